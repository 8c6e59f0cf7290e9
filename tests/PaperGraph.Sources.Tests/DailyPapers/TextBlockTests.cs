namespace PaperGraph.Sources.DailyPapers;

public sealed class TextBlockTests : PageTests
{
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
    public Task Without_any_empty_line_long_lines_are_paragraphs()
    {
        var first = string.Join(' ', Enumerable.Repeat("We fold maps.", 30));
        var second = string.Join(' ', Enumerable.Repeat("Unfolding tears.", 40));
        return Expect(
            $"Learning to Fold Maps\n{first}\n  • 9 authors\n·\nDec 6, 2023\nUnfolding Is Harder\n{second}\n  • 2 authors\n·\nOct 3\n",
            $"1. Learning to Fold Maps | {first} | 9 authors | 2023-12-06\n2. Unfolding Is Harder | {second} | 2 authors | 2025-10-03");
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
    public Task Entities_that_two_programs_wrote_are_characters() => Expect("""
        Fold &amp;amp; Tear

        We fold &amp;quot;maps&amp;quot;.

          &amp;bull; 9 authors
        &amp;#183;
        Dec 6, 2023

        """, """
        1. Fold & Tear | We fold "maps". | 9 authors | 2023-12-06
        """);

    [Theory]
    [InlineData("### [### [Learning to Fold](https://huggingface.co/papers/2312.03876)](https://huggingface.co/papers/2312.03876)")]
    [InlineData("- **[**Learning to Fold**](https://huggingface.co/papers/2312.03876)**")]
    [InlineData("****[Learning to Fold](https://huggingface.co/papers/2312.03876)****")]
    public Task Marks_within_marks_are_no_part_of_a_title(string title) =>
        Expect($"{title}\n\nWe fold maps.\n", "1. Learning to Fold | We fold maps. | 2312.03876");

    [Fact]
    public async Task Lines_that_were_cut_within_words_are_put_together_without_blanks()
    {
        var items = await Reading.Read($"{Head}Folding Maps\n\n{Cut(LongAbstract, 40)}\n\n  • 3 authors\n·\nOct 3\n", SavedOn);

        items.Papers().Single().Abstract.ShouldBe(LongAbstract);
        items.Problems().ShouldBeEmpty();
    }

    [Fact]
    public async Task Lines_that_were_cut_within_words_and_then_wrapped_are_told()
    {
        var text = $"{LongAbstract} {LongAbstract} {LongAbstract} {LongAbstract}";
        var cut = string.Join('\n', Cut(text, 60).Split('\n').Select(line => Wrapped(line)));

        var items = await Reading.Read($"{Head}Folding Maps\n\n{cut}\n\n  • 3 authors\n·\nOct 3\n", SavedOn);

        items.Problems().ShouldContain(problem =>
            problem.Line == 15 && problem.Message == "It is not certain that these lines are one text, or where words end between them.");
    }

    private static string Cut(string text, int width) => string.Join('\n', text.Chunk(width).Select(part => new string(part)));
}
