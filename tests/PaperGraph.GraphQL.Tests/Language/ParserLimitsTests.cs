using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    private const int VeryDeep = 50_000;

    [Theory]
    [InlineData("{a", "}")]
    [InlineData("{...", "}")]
    [InlineData("{a(x:[", "])}")]
    [InlineData("{a(x:{b:", "})}")]
    [InlineData("query($a:[", "]){a}")]
    [InlineData("query($a:Int=[", "]){a}")]
    [InlineData("type A{b:[", "]}")]
    public void Whatever_nests_is_refused_long_before_the_stack_ends(string open, string close)
    {
        var inner = open[^1] is '{' or '[' ? open[^1..] : open[open.LastIndexOf('{')..];
        var text = open + string.Concat(Enumerable.Repeat(inner, VeryDeep)) + close;
        var error = Should.Throw<SyntaxException>(() => Parser.Parse(text)).ToError();
        error.Code.ShouldBe("DOCUMENT_TOO_DEEP");
        error.Message.ShouldBe(
            "Syntax Error: Document is nested deeper than 200 levels, which is the limit MaxSyntaxDepth. Flatten it, or pass deep values "
            + "as variables.");
    }

    [Fact]
    public void Depth_counts_levels_that_are_open_at_once()
    {
        var limits = new ParserLimits { MaxSyntaxDepth = 3 };
        Parser.Parse("{ a { b { c } d { e } f(x: [1]) } }", limits);
        Should.Throw<SyntaxException>(() => Parser.Parse("{ a { b(x: [[1]]) } }", limits)).Location.ToString().ShouldBe("1:13");
    }

    [Fact]
    public void The_deepest_that_may_be_allowed_needs_little_stack()
    {
        var limits = new ParserLimits { MaxSyntaxDepth = ParserLimits.MaxAllowedDepth };
        var text = string.Concat(Enumerable.Repeat("{a", ParserLimits.MaxAllowedDepth)) + new string('}', ParserLimits.MaxAllowedDepth);
        var printed = "";
        var thread = new Thread(() => printed = Printer.Print(Parser.Parse(text, limits)), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        printed.Count(c => c == '{').ShouldBe(ParserLimits.MaxAllowedDepth);
    }

    [Fact]
    public void Tokens_are_counted_without_comments()
    {
        var limits = new ParserLimits { MaxTokens = 4 };
        Parser.Parse("{ a b } # five, six", limits);
        var error = Should.Throw<SyntaxException>(() => Parser.Parse("{ a b\nc }", limits)).ToError();
        error.Code.ShouldBe("DOCUMENT_TOO_MANY_TOKENS");
        error.Message.ShouldBe(
            "Syntax Error: Document contains more than 4 tokens, which is the limit MaxTokens. Ask for less, or in several requests.");
        error.Locations.ShouldHaveSingleItem().ToString().ShouldBe("2:3");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A_depth_without_sense_is_refused(int depth) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ParserLimits { MaxSyntaxDepth = depth });
}
