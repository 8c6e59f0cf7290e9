namespace PaperGraph.Sources.DailyPapers;

public sealed class ElementReaderTests
{
    [Fact]
    public Task Each_line_comes_behind_the_elements_that_it_makes_certain() => Expect("""
        Daily Papers

        Learning to Fold Maps

        We fold maps.
          • 9 authors
        ·
        Dec 6, 2023 4

        Submitted by
        ada
        """, """
        Heading 1
        Line 1
        Line 2
        Line 3
        Line 4
        Text 3
        Line 5
        Text 5
        Line 6
        Line 7
        Line 8
        Line 9
        Byline 6
        Submitter 10
        Line 10
        Line 11
        """);

    [Fact]
    public Task What_is_told_of_a_line_comes_before_the_line() => Expect("""
        Learning to Fold Maps
        Learning to Fold Maps

        ·
        Subscribe
        """, """
        Line 1
        Problem 2
        Line 2
        Line 3
        Line 4
        Text 1
        Problem 4
        Heading 5
        Line 5
        """);

    [Fact]
    public Task Numbers_and_addresses_and_lines_of_the_site_part_texts() => Expect("""
        Learning to Fold Maps
        https://arxiv.org/abs/2312.03876
        Unfolding Is Harder
        12
        What Is a Map?
        Load more
        """, """
        Line 1
        Text 1
        Address 2
        Line 2
        Line 3
        Text 3
        Number 4
        Line 4
        Line 5
        Text 5
        Surrounding 6
        Line 6
        """);

    [Fact]
    public Task What_waits_for_another_line_comes_at_the_end() => Expect("""
        Learning to Fold Maps

        9 authors
        ·
        """, """
        Line 1
        Line 2
        Text 1
        Line 3
        Line 4
        Problem 4
        Byline 3
        """);

    private static async Task Expect(string lines, string elements)
    {
        var layout = new PageLayout { IsRagged = false };
        var read = await ElementReader.ReadAsync(Reading.Lines(lines), layout).Select(Describe).ToListAsync();
        string.Join('\n', read).ShouldBe(elements.ReplaceLineEndings("\n"));
    }

    private static string Describe(PageElement element)
    {
        var name = element is EventElement { Event: var @event }
            ? @event.GetType().Name["Page".Length..]
            : element.GetType().Name[..^"Element".Length];
        return $"{name} {element.Line}";
    }
}
