using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class BlockStringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one line", "one line")]
    [InlineData("\n  Hello,\n    World!\n\n  Yours.\n", "Hello,\n  World!\n\nYours.")]
    [InlineData("  first line keeps its own\n  second\n   third", "  first line keeps its own\nsecond\n third")]
    [InlineData("\r\n\ta\r\n\tb\r", "a\nb")]
    [InlineData("\n \n\n", "")]
    [InlineData("\n  a\n \t \n  b", "a\n \nb")]
    [InlineData("\n    a\n  \n    b", "a\n\nb")]
    [InlineData("quotes \\\"\"\" inside", "quotes \"\"\" inside")]
    [InlineData("a line\u2028separator is no line", "a line\u2028separator is no line")]
    public void Common_indentation_and_blank_ends_are_removed(string raw, string value) => BlockString.Parse(raw).ShouldBe(value);

    [Theory]
    [InlineData("short", "\"\"\"short\"\"\"")]
    [InlineData("  indented", "\"\"\"  indented\"\"\"")]
    [InlineData("two\n  lines", "\"\"\"\n  two\n    lines\n  \"\"\"")]
    [InlineData("ends in a \"quote\"", "\"\"\"\n  ends in a \"quote\"\n  \"\"\"")]
    [InlineData(" ends in \\", "\"\"\" ends in \\\n  \"\"\"")]
    [InlineData("three \"\"\" quotes", "\"\"\"three \\\"\"\" quotes\"\"\"")]
    [InlineData("\nblank first line", null)]
    [InlineData("a\rb", null)]
    public void A_value_is_printed_where_a_block_string_can_hold_it(string value, string? printed) =>
        BlockString.Print(value, "  ").ShouldBe(printed);
}
