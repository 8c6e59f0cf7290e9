namespace PaperGraph.Sources.DailyPapers;

public sealed class SourceItemWriterTests : PageTests
{
    [Fact]
    public async Task A_page_without_papers_says_so() => (await Reading.Read(Head, SavedOn)).Describe().ShouldBe("""
        page | 2025-12-11
        problem in line 1 | There is no paper on this page.
        """);

    [Fact]
    public Task A_line_that_stands_there_twice_is_read_once_and_told() => Expect("""
        Learning to Fold Maps
        Learning to Fold Maps

        We fold maps.

          • 9 authors
        ·
        ·
        Dec 6, 2023

        """, """
        problem in line 14 | Learning to Fold Maps | This line repeats the one before it.
        problem in line 20 | · | This line repeats the one before it.
        1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06
        """);

    [Fact]
    public async Task A_title_of_two_lines_that_stands_there_twice_is_read_once_and_told()
    {
        var items = await Reading.Read($"""
            Daily Papers

            Folding Maps of All the Harbours and of
            the Coasts between Them and the Lakes
            Folding Maps of All the Harbours and of
            the Coasts between Them and the Lakes

            {string.Join('\n', Abstract.Chunk(40).Select(part => new string(part)))}

              • 3 authors
            ·
            Jan 4
            """, new DateOnly(2025, 1, 6));

        items.Papers().Single().Title.ShouldBe("Folding Maps of All the Harbours and of the Coasts between Them and the Lakes");
        items.Problems().ShouldContain(problem => problem.Message == "This title stands there twice.");
    }

    [Fact]
    public Task A_title_that_is_the_organization_of_the_paper_above_is_told() => Expect($"""
        Learning to Fold Maps

        {LongAbstract}

        maps-lab Maps Lab

        {LongAbstract}

          • 3 authors
        ·
        Oct 3

        """, $"""
        1. Learning to Fold Maps | {LongAbstract}
        2. maps-lab Maps Lab | {LongAbstract} | 3 authors | 2025-10-03
        problem in line 17 | maps-lab Maps Lab | This title reads like the organization of a byline.
        """);

    [Fact]
    public Task A_line_of_the_site_in_the_place_of_an_organization_is_told() => Expect($"""
        Learning to Fold Maps

        {LongAbstract}

        View all activity
        ·
        Oct 3

        """, $"""
        1. Learning to Fold Maps | {LongAbstract} | View = all activity | 2025-10-03
        problem in line 17 | View all activity | This does not read like an organization's slug and name.
        """);

    [Fact]
    public Task A_byline_that_has_lost_its_separator_is_told() => Expect("""
        Learning to Fold Maps

        We fold maps.

          • 3 authors
        Oct 3

        """, """
        1. Learning to Fold Maps | We fold maps. | 3 authors | 2025-10-03
        problem in line 13 | Learning to Fold Maps | This paper has no separator in its byline, which the others of this page have.
        """);

    [Theory]
    [InlineData("of 3 harbours and their maps", "This title reads like a part of a text.")]
    [InlineData("They measure maps. The folds stay", "This title reads like a part of a text.")]
    public async Task On_a_wrapped_page_a_title_that_is_a_part_of_a_text_is_told(string title, string problem)
    {
        var items = await Reading.Read($"{Head}{title}\n\n{Wrapped(LongAbstract)}\n\n  • 3 authors\n·\nOct 3\n", SavedOn);

        items.Problems().ShouldContain(found => found.Message == problem && found.Line == 13);
    }

    [Fact]
    public async Task On_a_wrapped_page_an_abstract_that_begins_inside_a_sentence_is_told()
    {
        var items = await Reading.Read($"{Head}Folding Maps\n\n{Wrapped($"and {LongAbstract}")}\n\n  • 3 authors\n·\nOct 3\n", SavedOn);

        items.Problems().ShouldHaveSingleItem().Message.ShouldBe("This abstract begins inside a sentence.");
    }
}
