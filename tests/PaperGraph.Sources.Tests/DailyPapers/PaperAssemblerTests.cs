namespace PaperGraph.Sources.DailyPapers;

public sealed class PaperAssemblerTests : PageTests
{
    [Fact]
    public Task Bylines_may_be_missing() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

        Unfolding Is Harder

        We unfold maps. They tear.

        What Is a Map? A Survey.

        We survey maps and find very many of them. All are flat.

        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded.
        2. Unfolding Is Harder | We unfold maps. They tear.
        3. What Is a Map? A Survey. | We survey maps and find very many of them. All are flat.
        """);

    [Fact]
    public Task An_abstract_of_one_sentence_is_an_abstract() => Expect("""
        Learning to Fold Maps

        We fold maps.

        Unfolding Is Harder

        We unfold maps.

        """, """
        1. Learning to Fold Maps | We fold maps.
        2. Unfolding Is Harder | We unfold maps.
        """);

    [Fact]
    public Task Paragraphs_of_an_abstract_are_kept_apart() => Expect("""
        Learning to Fold Maps

        We fold maps. They stay folded.

        Folding is an old art. We make it a science.

        Code: https://github.com/map-lab/fold

          • 9 authors
        ·
        Dec 6, 2023

        Unfolding Is Harder

        We unfold maps.

        """, """
        1. Learning to Fold Maps | We fold maps. They stay folded.\\Folding is an old art. We make it a science.\\Code: https://github.com/map-lab/fold | 9 authors | 2023-12-06
        problem in line 17 | Folding is an old art. We make it a science. | This abstract has more than one paragraph.
        2. Unfolding Is Harder | We unfold maps.
        """);

    [Fact]
    public Task An_abstract_may_be_missing_where_a_byline_follows() => Expect("""
        Learning to Fold Maps

          • 9 authors
        ·
        Dec 6, 2023

        Unfolding Is Harder

        We unfold maps.

        A Bare Title

          • 2 authors
        ·
        Dec 7, 2023

        """, """
        1. Learning to Fold Maps | 9 authors | 2023-12-06
        problem in line 13 | Learning to Fold Maps | This paper has no abstract, which the others of this page have.
        2. Unfolding Is Harder | We unfold maps.
        3. A Bare Title | 2 authors | 2023-12-07
        problem in line 23 | A Bare Title | This paper has no abstract, which the others of this page have.
        """);

    [Fact]
    public Task The_address_of_a_paper_may_stand_below_its_title() => Expect("""
        Learning to Fold Maps

        https://arxiv.org/abs/2312.03876v1

        We fold maps.

        """, """
        1. Learning to Fold Maps | We fold maps. | 2312.03876
        """);

    [Fact]
    public Task What_fits_nothing_is_a_problem_and_the_rest_is_read() => Expect("""
        Sponsored by nobody

        Learning to Fold Maps

        We fold maps. They stay folded.

          • 9 authors
        ·
        Dec 6, 2023

          • 3 authors
        ·
        Dec 7, 2023

        Unfolding Is Harder

        We unfold maps. They tear.

        ·

        Another Title Alone

        """, """
        problem in line 13 | Sponsored by nobody | This text is no paper: neither an abstract nor a byline follows it.
        1. Learning to Fold Maps | We fold maps. They stay folded. | 9 authors | 2023-12-06
        problem in line 23 | • 3 authors · Dec 7, 2023 | This byline belongs to no paper.
        problem in line 31 | · | This separator of a byline has no date or number of authors behind it.
        2. Unfolding Is Harder | We unfold maps. They tear.
        problem in line 33 | Another Title Alone | This text is no paper: neither an abstract nor a byline follows it.
        """);

    [Fact]
    public Task A_line_of_the_site_gets_no_byline_and_is_told_once() => Expect($"""
        Show what is new

        Learning to Fold Maps

        {LongAbstract}

        Show what is new

          • 3 authors
        ·
        Oct 3

        """, $"""
        problem in line 13 | Show what is new | This text is no paper: neither an abstract nor a byline follows it.
        1. Learning to Fold Maps | {LongAbstract} | 3 authors | 2025-10-03
        """);

    [Fact]
    public async Task A_title_that_stands_on_a_page_again_and_again_is_a_title()
    {
        var row = $"Learning to Fold Maps\n\n{LongAbstract}\n\n  • 3 authors\n·\nOct 3\n\n";

        var items = await Reading.Read(Head + string.Concat(Enumerable.Repeat(row, 4)), SavedOn);

        items.Papers().Count.ShouldBe(4);
        items.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_any_empty_line_a_paper_without_a_byline_ends_before_the_next_title()
    {
        var items = await Reading.Read(
            $"Daily Papers\nDec 11\nLearning to Fold Maps\n{LongAbstract}\nFolding Is Hard\n{LongAbstract}\n  • 3 authors\n·\nOct 3",
            SavedOn);

        items.Describe().ShouldBe($"""
            page | 2025-12-11
            1. Learning to Fold Maps | {LongAbstract}
            2. Folding Is Hard | {LongAbstract} | 3 authors | 2025-10-03
            """);
    }

    [Fact]
    public Task A_title_may_be_longer_than_an_abstract()
    {
        var title = "Maps" + string.Concat(Enumerable.Repeat(" and More Maps", 30));
        return Expect(
            $"{title}\n\nWe fold maps. They stay folded.\n\n  • 3 authors\n·\nOct 3\n",
            $"1. {title} | We fold maps. They stay folded. | 3 authors | 2025-10-03");
    }

    [Fact]
    public async Task A_page_that_ends_inside_an_abstract_says_so()
    {
        var items = await Reading.Read($"""
            {Head}
            Learning to Fold Maps

            We fold maps. They stay folded.

              • 9 authors
            ·
            Dec 6, 2023

            Unfolding Is Harder

            We unfold maps. They te
            """, SavedOn);

        items.Describe().ShouldEndWith("""
            2. Unfolding Is Harder | We unfold maps. They te
            problem in line 24 | We unfold maps. They te | The page ends inside this abstract, or soon after it.
            """);
    }

    [Fact]
    public async Task A_paper_waits_for_what_may_stand_below_it_and_problems_do_not()
    {
        var problem = new PageProblem(5, 1, "·", "A problem of a line.", "");

        var events = await PaperAssembler.ReadAsync(new PageElement[]
        {
            Text(1, "Learning to Fold Maps"),
            Text(2, "We fold maps. They stay folded."),
            new BylineElement(3, null, 9, null, null, "9 authors"),
            new EventElement(problem),
            new NumberElement(6, 4),
            new SubmitterElement(7),
            Text(8, "Unfolding Is Harder"),
            Text(9, "We unfold maps. They tear."),
        }.ToAsyncEnumerable()).ToListAsync();

        events.Count.ShouldBe(3);
        events[0].ShouldBe(problem);
        var papers = events[1..].Cast<PagePaper>().ToArray();
        papers.Select(paper => (paper.Line, paper.Title.Text, paper.Abstract, paper.Comments)).ShouldBe(
        [
            (1, "Learning to Fold Maps", "We fold maps. They stay folded.", 4),
            (8, "Unfolding Is Harder", "We unfold maps. They tear.", null),
        ]);
    }

    private static TextElement Text(int line, string text) => new(line, text, text, IsGlued: false, IsDamaged: false, Address: null);
}
