namespace PaperGraph.Sources.DailyPapers;

public sealed class BylineLineTests : PageTests
{
    [Fact]
    public Task A_byline_says_how_many_authors_when_and_how_many_comments() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

          • 9 authors
        ·
        Dec 6, 2023

        Unfolding Is Harder

        We unfold maps. They tear.

          • 1 authors
        ·
        Jun 2, 2021 1

        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded. | 9 authors | 2023-12-06
        2. Unfolding Is Harder | We unfold maps. They tear. | 1 authors | 2021-06-02 | 1 comments
        """);

    [Fact]
    public Task A_separator_on_both_sides_of_the_authors_is_told() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

        ·

          • 9 authors
        ·
        Dec 6, 2023

        """, """
        problem in line 20 | · | This byline has a separator before its authors and another one behind them.
        1. Learning to Fold Maps | We fold maps. They stay folded. | 9 authors | 2023-12-06
        """);

    [Fact]
    public Task A_byline_may_name_an_organization() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

        tencent Tencent
        ·
        Oct 3 2

        Unfolding Is Harder

        We unfold maps. They tear.

        map-lab The Map Lab (Zürich)
        ·
        Jun 18

        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded. | tencent = Tencent | 2025-10-03 | 2 comments
        2. Unfolding Is Harder | We unfold maps. They tear. | map-lab = The Map Lab (Zürich) | 2025-06-18
        """);

    [Fact]
    public Task A_byline_may_be_glued_to_what_stands_around_it() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.
          • 9 authors
        ·
        Dec 6, 2023
        Unfolding Is Harder

        We unfold maps. They tear.
        tencent Tencent
        ·
        Oct 3 2
        Maps Without Folds

        We roll them. It works.
        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded. | 9 authors | 2023-12-06
        2. Unfolding Is Harder | We unfold maps. They tear. | tencent = Tencent | 2025-10-03 | 2 comments
        3. Maps Without Folds | We roll them. It works.
        """);

    [Fact]
    public Task A_byline_may_be_one_line_or_have_empty_lines_in_it() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

        • 9 authors · Dec 6, 2023 3

        Unfolding Is Harder

        We unfold maps. They tear.

        tencent Tencent

        ·

        Oct 3 2

        Maps Without Folds

        We roll them. It works.

        - 1,024 authors

        ·

        Dec 8, 2023

        Maps at Last

        We read them. It helps.

        map-lab Map Lab · Oct 4

        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded. | 9 authors | 2023-12-06 | 3 comments
        2. Unfolding Is Harder | We unfold maps. They tear. | tencent = Tencent | 2025-10-03 | 2 comments
        3. Maps Without Folds | We roll them. It works. | 1024 authors | 2023-12-08
        4. Maps at Last | We read them. It helps. | map-lab = Map Lab | 2025-10-04
        """);

    [Theory]
    [InlineData("  • 9 authors\n·\nDec 6, 2023 1")]
    [InlineData("* 9 authors\n·\nDec 6, 2023 1")]
    [InlineData("- 9 authors\n-\nDec 6, 2023 1")]
    [InlineData("\u00a0\u00a0•\u00a09\u00a0authors\r\n\u00a0·\u00a0\r\nDec\u00a06,\u00a02023\u00a01")]
    [InlineData("· 9 Authors\n•\nDecember 6, 2023\n1")]
    [InlineData("9 authors\n∙\nDec. 6 2023 1")]
    [InlineData("9 authors\n·\n6 Dec 2023 1")]
    [InlineData("9 authors\n·\n2023-12-06 1")]
    [InlineData("9 authors | Dec 6, 2023 | 1")]
    public async Task A_byline_is_known_by_what_it_says(string byline)
    {
        var items = await Reading.Read($"{Head}Learning to Fold Maps\n\nWe fold maps.\n\n{byline}\n", SavedOn);

        items.Describe().ShouldBe("""
            page | 2025-12-11
            1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06 | 1 comments
            """);
    }

    [Fact]
    public Task Authors_that_cannot_be_read_are_a_problem_and_no_text() => Expect("""
        Learning to Fold Maps

        We fold maps.

          • 9 Verfasser
        ·
        Dec 6, 2023

        """, """
        problem in line 17 | • 9 Verfasser | This stands where a byline has its authors or organization, and is neither.
        1. Learning to Fold Maps | We fold maps. | 2023-12-06
        problem in line 13 | Learning to Fold Maps | This paper has no authors, which the others of this page have.
        """);

    [Theory]
    [InlineData("o ⁃ 9 authors")]
    [InlineData("• o 9 authors")]
    public Task A_byline_may_have_two_bullets(string authors) => Expect(
        $"Learning to Fold Maps\n\nWe fold maps.\n\n{authors}\n·\nDec 6, 2023\n",
        "1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06");
}
