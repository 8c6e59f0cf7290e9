namespace PaperGraph.Sources.DailyPapers;

public sealed class PrintedDateTests : PageTests
{
    [Theory]
    [InlineData("6. Dez. 2023")]
    [InlineData("6 déc. 2023")]
    [InlineData("6 de dez. de 2023")]
    [InlineData("6 dic 2023")]
    [InlineData("6 дек. 2023 г.")]
    [InlineData("2023年12月6日")]
    [InlineData("2023년 12월 6일")]
    [InlineData("06.12.2023")]
    [InlineData("2023/12/06")]
    public async Task Dates_are_read_in_other_languages(string date)
    {
        var items = await Reading.Read($"{Head}Learning to Fold Maps\n\nWe fold maps.\n\n9 authors\n·\n{date} 4\n", SavedOn);

        items.Describe().ShouldBe("page | 2025-12-11\n1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06 | 4 comments");
    }

    [Theory]
    [InlineData("6. listopada 2023")] // November in Poland, October in Croatia.
    [InlineData("12/6/2023")]
    [InlineData("vor 5 Tagen")]
    [InlineData("Quux 6, 2023")]
    public async Task A_date_that_cannot_be_read_is_a_problem_and_no_text(string date)
    {
        var items = await Reading.Read($"{Head}Learning to Fold Maps\n\nWe fold maps.\n\n  • 9 authors\n·\n{date}\n", SavedOn);

        items.Describe().ShouldBe($"""
            page | 2025-12-11
            problem in line 19 | {date} | This is no date that can be read, though a byline has its date here.
            1. Learning to Fold Maps | We fold maps. | 9 authors
            """);
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_told_also_where_the_separator_is_missing()
    {
        var items = await Reading.Read($"{Head}Learning to Fold Maps\n\nWe fold maps.\n\n  • 9 authors\n26 days ago\n", SavedOn);

        items.Papers().ShouldHaveSingleItem().AuthorCount.ShouldBe(9);
        items.Problems().ShouldContain(problem => problem.Words == "26 days ago" && problem.Line == 18);
    }
}
