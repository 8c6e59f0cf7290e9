using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

public sealed class DailyPapersReaderTests : PageTests
{
    [Fact]
    public async Task The_source_of_an_HTML_page_is_refused()
    {
        var row = "<h3>\n<a href=\"/papers/2312.03876\">Learning to Fold Maps</a>\n</h3>\n<p>\nWe fold maps.\n</p>\n";

        var items = await Reading.Read("Daily Papers\n" + string.Concat(Enumerable.Repeat(row, 20)), SavedOn);

        var problem = items.ShouldHaveSingleItem().ShouldBeOfType<ReadProblem>();
        problem.Message.ShouldBe("This is the source of an HTML page, and not its text.");
        problem.Advice.ShouldBe("Open the page in a browser and save it as text, or copy all of it into a text file; or give JSON.");
    }

    [Fact]
    public async Task Texts_without_the_head_of_a_page_or_a_byline_are_papers_only_where_their_file_was_named()
    {
        var text = $"Folding Large Maps\n\n{Abstract}\n\nUnfolding Large Maps\n\n{Abstract}\n";

        (await Reading.Read(text)).Papers().Count.ShouldBe(2);
        (await Reading.Read(text, new ReadOptions { IsFound = true })).ShouldHaveSingleItem()
            .ShouldBeOfType<ReadProblem>().Message.ShouldStartWith("This text is no Daily Papers page");
    }

    [Theory]
    [InlineData("ada", 1)]
    [InlineData("Ada van der Example", 1)]
    [InlineData("Maps: Folded", 2)]
    [InlineData("The Folding of Very Large Maps", 2)]
    public async Task What_stands_below_Submitted_by_is_a_name_unless_it_is_a_title(string line, int papers)
    {
        var items = await Reading.Read($"Daily Papers\n\nFolding Large Maps\n\n{Abstract}\n\nSubmitted by\n{line}\n\n{Abstract}\n");

        items.Papers().Count.ShouldBe(papers);
        items.Problems().Count(problem => problem.Message.StartsWith("This abstract has no title", StringComparison.Ordinal))
            .ShouldBe(2 - papers);
    }
}
