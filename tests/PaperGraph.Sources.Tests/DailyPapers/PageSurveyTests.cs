namespace PaperGraph.Sources.DailyPapers;

public sealed class PageSurveyTests : PageTests
{
    [Fact]
    public Task Upvotes_may_stand_on_a_line_before_the_title() => Expect("""
        Submitted by

        cartographer

        170

        Learning to Fold Maps

        ·

        9 authors

        4

        Submitted by

        geographer

        24

        Unfolding Is Harder

        ·

        2 authors

        Previous

        Next
        """, """
        1. Learning to Fold Maps | 9 authors | 4 comments | 170 upvotes
        2. Unfolding Is Harder | 2 authors | 24 upvotes
        """);

    [Fact]
    public Task Upvotes_may_stand_in_front_of_every_title() => Expect("""
        12 Learning to Fold Maps

        We fold maps.

        7 3D Maps

        We unfold maps.

        ▲ 104 Maps Without Folds

        We roll them.

        """, """
        1. Learning to Fold Maps | We fold maps. | 12 upvotes
        2. 3D Maps | We unfold maps. | 7 upvotes
        3. Maps Without Folds | We roll them. | 104 upvotes
        """);

    [Fact]
    public Task A_number_in_front_of_one_title_belongs_to_it() => Expect("""
        Learning to Fold Maps

        We fold maps.

        2 Maps 2 Furious

        We unfold maps.

        Maps Without Folds

        We roll them.

        """, """
        1. Learning to Fold Maps | We fold maps.
        2. 2 Maps 2 Furious | We unfold maps.
        3. Maps Without Folds | We roll them.
        """);

    [Fact]
    public async Task Numbers_above_titles_are_upvotes_also_where_no_line_is_empty()
    {
        var items = await Reading.Read($"""
            Daily Papers
            Jan 5
            59
            Folding Large Maps
            {Abstract}
              • 3 authors
            ·
            Jan 4
            81
            Unfolding Large Maps
            {Abstract}
              • 4 authors
            ·
            Jan 3
            """, new DateOnly(2025, 1, 6));

        items.Pages().Single().ListedOn.ShouldBe(new DateOnly(2025, 1, 5));
        items.Papers().Select(paper => (paper.UpvoteCount, paper.CommentCount)).ShouldBe([(59, null), (81, null)]);
        items.Problems().ShouldBeEmpty();
    }

    [Fact]
    public Task Two_numbers_between_papers_are_told() => Expect("""
        Learning to Fold Maps

        We fold maps.

          • 3 authors
        ·
        Oct 3

        7

        12

        Unfolding Is Harder

        We unfold maps.

        """, """
        problem in line 21 | 7 | Another number stands right below this one.
        1. Learning to Fold Maps | We fold maps. | 3 authors | 2025-10-03 | 7 comments
        2. Unfolding Is Harder | We unfold maps. | 12 upvotes
        """);

    [Fact]
    public async Task Two_numbers_in_front_of_every_title_are_told()
    {
        var items = await Reading.Read(
            $"{Head}5 12 Folding\n\nWe fold maps.\n\n6 13 Tearing\n\nWe tear maps.\n\n7 14 Rolling\n\nWe roll maps.\n", SavedOn);

        items.Papers().Select(paper => paper.UpvoteCount).ShouldBe([5, 6, 7]);
        items.Problems().Count(problem => problem.Message == "Two numbers stand in front of this title.").ShouldBe(3);
    }

    [Fact]
    public async Task Numbers_in_front_of_half_the_titles_are_told()
    {
        var items = await Reading.Read(
            $"{Head}5 Folding\n\nWe fold maps.\n\n6 Tearing\n\nWe tear maps.\n\nRolling\n\nWe roll maps.\n", SavedOn);

        items.Papers().Select(paper => paper.Title).ShouldBe(["5 Folding", "6 Tearing", "Rolling"]);
        items.Problems().Count.ShouldBe(2);
    }
}
