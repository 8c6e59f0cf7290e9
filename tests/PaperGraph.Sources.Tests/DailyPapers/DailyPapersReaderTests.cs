namespace PaperGraph.Sources.DailyPapers;

public sealed class DailyPapersReaderTests
{
    private static readonly DateOnly SavedOn = new(2025, 12, 11);

    private const string Head = """
        new

        Get trending papers in your email inbox!

        Subscribe

        Daily Papers

        byAK and the research community

        Dec 11


        """;

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
    public Task Wrapped_lines_belong_together() => Expect("""
        Learning to Fold Maps
        by Hand

        We fold maps, which are self-
        supervised, short-
        and long-term. They stay
        folded.

          • 9 authors
        ·
        Dec 6, 2023

        """, """
        1. Learning to Fold Maps by Hand | We fold maps, which are self-supervised, short- and long-term. They stay folded. | 9 authors | 2023-12-06
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

        items.Tell().ShouldBe("""
            page | 2025-12-11
            1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06 | 1 comments
            """);
    }

    [Fact]
    public Task Without_any_empty_line_long_lines_are_paragraphs()
    {
        var first = string.Join(' ', Enumerable.Repeat("We fold maps.", 30));
        var second = string.Join(' ', Enumerable.Repeat("Unfolding tears.", 40));
        return Expect(
            $"Learning to Fold Maps\n{first}\n  • 9 authors\n·\nDec 6, 2023\nUnfolding Is Harder\n{second}\n  • 2 authors\n·\nOct 3\n",
            $"1. Learning to Fold Maps | {first} | 9 authors | 2023-12-06\n2. Unfolding Is Harder | {second} | 2 authors | 2025-10-03");
    }

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
    public Task A_title_may_be_a_Markdown_link() => Expect("""
        ### [Learning to Fold [Maps]](https://huggingface.co/papers/2312.03876)

        We fold maps.

        [Unfolding Is Harder](/papers/2401.00001v2)

        We unfold maps.

        """, """
        1. Learning to Fold [Maps] | We fold maps. | 2312.03876
        2. Unfolding Is Harder | We unfold maps. | 2401.00001
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
    public async Task A_page_without_papers_says_so() => (await Reading.Read(Head, SavedOn)).Tell().ShouldBe("""
        page | 2025-12-11
        problem in line 1 | There is no paper on this page.
        """);

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

        items.Tell().ShouldEndWith("""
            2. Unfolding Is Harder | We unfold maps. They te
            problem in line 24 | We unfold maps. They te | The page ends inside this abstract, or soon after it.
            """);
    }

    private const string Long = "We fold maps of every size and age, by hand and by machine, and we measure how long folding lasts. ";

    private static string LongAbstract => string.Concat(Enumerable.Repeat(Long, 4)).TrimEnd();

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
            $"Daily Papers\nDec 11\nLearning to Fold Maps\n{LongAbstract}\nFolding Is Hard\n{LongAbstract}\n  • 3 authors\n·\nOct 3", SavedOn);

        items.Tell().ShouldBe($"""
            page | 2025-12-11
            1. Learning to Fold Maps | {LongAbstract}
            2. Folding Is Hard | {LongAbstract} | 3 authors | 2025-10-03
            """);
    }

    [Fact]
    public Task An_organization_may_be_wrapped() => Expect($"""
        Learning to Fold Maps

        {LongAbstract}

        NHU-Fold Group for the Study of Folding at the University of Northern Harbour
        City
        ·
        Oct 3 1

        """, $"""
        problem in line 17 | NHU-Fold Group for the Study of Folding at the University of Northern Harbour City | It is not certain that these lines are one text, or where words end between them.
        1. Learning to Fold Maps | {LongAbstract} | NHU-Fold = Group for the Study of Folding at the University of Northern Harbour City | 2025-10-03 | 1 comments
        """);

    [Fact]
    public Task A_title_may_be_longer_than_an_abstract()
    {
        var title = "Maps" + string.Concat(Enumerable.Repeat(" and More Maps", 30));
        return Expect(
            $"{title}\n\nWe fold maps. They stay folded.\n\n  • 3 authors\n·\nOct 3\n",
            $"1. {title} | We fold maps. They stay folded. | 3 authors | 2025-10-03");
    }

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

        items.Tell().ShouldBe("page | 2025-12-11\n1. Learning to Fold Maps | We fold maps. | 9 authors | 2023-12-06 | 4 comments");
    }

    [Theory]
    [InlineData("6. listopada 2023")] // November in Poland, October in Croatia.
    [InlineData("12/6/2023")]
    [InlineData("vor 5 Tagen")]
    [InlineData("Quux 6, 2023")]
    public async Task A_date_that_cannot_be_read_is_a_problem_and_no_text(string date)
    {
        var items = await Reading.Read($"{Head}Learning to Fold Maps\n\nWe fold maps.\n\n  • 9 authors\n·\n{date}\n", SavedOn);

        items.Tell().ShouldBe($"""
            page | 2025-12-11
            problem in line 19 | {date} | This is no date that can be read, though a byline has its date here.
            1. Learning to Fold Maps | We fold maps. | 9 authors
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

    [Fact]
    public Task Entities_are_characters() => Expect("""
        Fold &amp; Tear: The Map&#39;s &quot;Fate&quot;

        We fold maps &#x2014; a &lt; b.

          &bull; 9 authors
        &middot;
        Dec 6, 2023

        """, """
        1. Fold & Tear: The Map's "Fate" | We fold maps — a < b. | 9 authors | 2023-12-06
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
    public async Task The_source_of_an_HTML_page_is_refused()
    {
        var row = "<h3>\n<a href=\"/papers/2312.03876\">Learning to Fold Maps</a>\n</h3>\n<p>\nWe fold maps.\n</p>\n";

        var items = await Reading.Read("Daily Papers\n" + string.Concat(Enumerable.Repeat(row, 20)), SavedOn);

        var problem = items.ShouldHaveSingleItem().ShouldBeOfType<ReadProblem>();
        problem.Message.ShouldBe("This is the source of an HTML page, and not its text.");
        problem.Advice.ShouldBe("Open the page in a browser and save it as text, or copy all of it into a text file; or give JSON.");
    }

    private static async Task Expect(string page, string items)
    {
        var told = (await Reading.Read(Head + page, SavedOn)).Tell();
        told.ShouldBe("page | 2025-12-11\n" + items.ReplaceLineEndings("\n").TrimEnd('\n'));
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

    private static readonly string Abstract =
        "Folding a large map is hard, and unfolding it is harder. "
        + string.Join(' ', Enumerable.Repeat("We measure how maps tear along their folds.", 8));

}
