using FsCheck;
using FsCheck.Fluent;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

/// <summary>Whatever the text: it parses, and then survives printing, or it is refused with a place inside the text.</summary>
public sealed class FuzzingTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", " ", "\n", "\r\n", ",", "#c\n", "\"", "\"\"\"", "\\",
        "\\u{", "\\u12", "\uFEFF", "\uD83D", "\uDCC4", "é", "query", "mutation", "subscription", "fragment", "on", "type", "extend",
        "schema", "input", "enum", "union", "scalar", "interface", "implements", "directive", "repeatable", "true", "false", "null",
        "a", "Paper", "FIELD", "0", "1", "-", ".5", "e9", "{ a }", "(a: 1)", "$a: Int", "@d", "\"s\"", "\"\"\"b\n c\"\"\"", "[1]",
        "{a: $b}", "query { a }", "type T { a: Int }",
    ];

    [Fact]
    public void Any_sequence_of_pieces_parses_or_is_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(5_000).WithEndSize(40),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), ParsesOrIsRefused));

    [Fact]
    public void Any_string_parses_or_is_refused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => ParsesOrIsRefused(text.Get)));

    [Fact]
    public void Any_value_survives_quoting() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll(
            Gen.Elements("a", " ", "  ", "\n", "\"", "\"\"\"", "\\", "\r", "\t", "\0", "é", "\U0001F4C4")
                .ListOf().Select(string.Concat).ToArbitrary(),
            value =>
            {
                foreach (var isBlock in (bool[])[false, true])
                {
                    var printed = new FieldNode(default, null, new Name("f", default), [Argument(value, isBlock)], [], null).ToString();
                    var field = (FieldNode)Parser.Parse($"{{ {printed} }}").Operations.Single().SelectionSet.Selections.Single();
                    ((StringValueNode)field.Arguments.Single().Value).Value.ShouldBe(value);
                }
            }));

    private static ArgumentNode Argument(string value, bool isBlock) =>
        new(default, new Name("x", default), new StringValueNode(default, value, isBlock));

    private static void ParsesOrIsRefused(string text)
    {
        try
        {
            Parser.Parse(text);
        }
        catch (SyntaxException e)
        {
            e.Location.Start.ShouldBeInRange(0, text.Length);
            return;
        }
        Trees.DifferenceAfterPrinting(text).ShouldBeNull();
    }
}
