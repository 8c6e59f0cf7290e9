using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Tests.Support;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Tests;

/// <summary>However long what a client sends is, no message quotes more than the beginning of it.</summary>
public sealed partial class LongInputTests
{
    private const int Long = 5_000;
    private const int MaxMessageLength = 1_500;

    private static readonly string Much = new('x', Long);

    private readonly TestEngine engine = new(
        $"{RandomDocument.Schema} scalar Date extend type Query {{ when(on: Date): Int }}",
        bindings => bindings
            .Value("Query.me", (object parent) => parent).Value("Other.me", (object parent) => parent)
            .Value("Mutation.me", (object parent) => parent).Value("Mutation.text", (object _) => "text")
            .Stream("Subscription.me", _ => AsyncEnumerable.Empty<object?>())
            .Stream("Subscription.text", _ => AsyncEnumerable.Empty<object?>())
            .Value("Query.list", (object parent) => new[] { parent }).Value("Query.nested", (object parent) => new[] { new[] { parent } })
            .Value("Query.node", (object parent) => parent).Value("Query.any", (object parent) => parent)
            .Value("Query.find", (object parent) => parent).Value("Query.when", (object _) => 1)
            .Value("Query.text", (object _) => (string?)null).Value("Other.text", (object _) => (string?)null)
            .Value("Query.number", (object _) => 1).Value("Other.number", (object _) => (int?)null)
            .Value("Query.flag", (object _) => true).Value("Other.color", (object _) => "RED")
            .Abstract("Node", _ => "Query").Abstract("Any", _ => "Query")
            .Scalar("Date", TestScalars.Date),
        new EngineLimits { MaxDocumentLength = int.MaxValue });

    public static TheoryData<string, string> Requests { get; } = new()
    {
        { "{ # }", "{}" },
        { "{ #: me { #: text #: number } }", "{}" },
        { "{ me { #: me { a: text } #: me { a: number } } }", "{}" },
        { "query # { text ...# @# } fragment # on # { # }", "{}" },
        { "query # { text } query # { text }", "{}" },
        { "query # ($#: Int, $#: #) { text @#(#: 1) flag(#: $#b, on: #) }", "{}" },
        { "query # ($a: Int) { text flag(on: $b) }", "{}" },
        { "fragment # on Query { ...#a } fragment #a on Query { ...# } { ...# }", "{}" },
        { "{ find(where: { #: 1, text: 2, first: \"#\" }, color: #, ids: [{ #: \"#\" }]) { text } }", "{}" },
        { "{ list(first: \"#\") { text } when(on: \"#\") find(where: \"\"\"#\"\"\", key: { #: # }) { text } }", "{}" },
        { "subscription # { me { text } text __typename }", "{}" },
        { "{ me @defer(label: \"#\") { text } ... @defer(label: \"#\") { number } ... @defer(label: \"#\") { number } }", "{}" },
        { "type # { a: Int } scalar #", "{}" },
        { "{ text \"#\" }", "{}" },
        { "{ text # : }", "{}" },
        { "query ($v: Int = $#) { text }", "{}" },
        { "{ find(ids: 1#) { text } }", "{}" },
        { "{ text(a: \"\\u{#}\") }", "{}" },
        { "query ($#: Filter!) { find(where: $#) { text } }", "{}" },
        { "query ($#: Filter!) { find(where: $#) { text } }", """{ "#": "#" }""" },
        { "query ($#: Filter!) { find(where: $#) { text } }",
            """{ "#": { "#": 1, "text": ["#"], "first": "#", "color": ["#"], "not": { "not": "#" } } }""" },
        { "query ($v: [Color]) { find(where: { color: $v }) { text } }", """{ "v": ["#", 1, { "#": 1 }] }""" },
        { "query ($#: Boolean) { text @skip(if: $#) }", "{}" },
        { "query ($v: Key) { find(key: $v) { text } }", """{ "v": { "#": 1, "a": 1 } }""" },
        { "query # { text }", "\"#\"" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task No_message_is_long(string query, string variables) =>
        (await MessagesAsync(query.Replace("#", Much), variables.Replace("#", Much))).ShouldNotBeEmpty();

    [Fact]
    public async Task An_operation_that_is_not_there_is_named_by_its_beginning() =>
        (await MessagesAsync("query a { text } query b { text }", "{}", Much)).ShouldHaveSingleItem().ShouldBe(
            $"The document holds no operation named \"{Much[..80]}…\".");

    [Fact]
    public void No_message_is_long_whatever_the_document()
    {
        var any = 0;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var document = Names().Replace(new RandomDocument(seed).Text, name => name.Value + Much);
            any += MessagesAsync(document, "{}").GetAwaiter().GetResult().Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(1_000_000));
        any.ShouldBeGreaterThan(100);
    }

    private async Task<IReadOnlyList<string>> MessagesAsync(string query, string variables, string? operation = null)
    {
        using var json = JsonDocument.Parse(variables);
        var request = new GraphQLRequest { Query = query, Variables = json.RootElement, OperationName = operation };
        var messages = new List<string>();
        await foreach (var response in engine.Engine.StreamAsync(request, engine))
        {
            messages.AddRange(response.Errors.Select(error => error.Message));
            response.Errors.ShouldAllBe(error => error.Locations.Length <= 20);
            response.Dispose();
        }
        messages.ShouldAllBe(message => message.Length <= MaxMessageLength);
        engine.Unexpected.ShouldBeEmpty();
        return messages;
    }

    /// <summary>The names that are not the schema's, and the contents of strings.</summary>
    [GeneratedRegex(@"\b(wrong|Wrong|unused|O\d+|v\d+|F\d+|a\d+|l\d+)\b|(?<="")x(?="")")]
    private static partial Regex Names();
}
