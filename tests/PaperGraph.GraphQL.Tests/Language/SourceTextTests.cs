using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Language;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("abc", 0, "1:1")]
    [InlineData("abc", 3, "1:4")]
    [InlineData("a\nb", 1, "1:2")]
    [InlineData("a\nb", 2, "2:1")]
    [InlineData("a\r\nb", 3, "2:1")]
    [InlineData("a\r\nb", 2, "1:3")]
    [InlineData("a\rb\n\nc", 5, "4:1")]
    public void An_offset_has_a_line_and_a_column(string text, int offset, string place) =>
        new SourceText(text).GetLocation(offset).ToString().ShouldBe(place);

    [Fact]
    public void An_offset_outside_the_text_is_a_mistake() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SourceText("abc").GetLocation(4));
}
