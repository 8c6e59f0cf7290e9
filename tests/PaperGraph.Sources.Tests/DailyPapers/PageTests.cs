namespace PaperGraph.Sources.DailyPapers;

/// <summary>Pages below the head of a real one, and what is read of them.</summary>
public abstract class PageTests
{
    protected static readonly DateOnly SavedOn = new(2025, 12, 11);

    protected const string Head = """
        new

        Get trending papers in your email inbox!

        Subscribe

        Daily Papers

        byAK and the research community

        Dec 11


        """;

    protected static readonly string Abstract =
        "Folding a large map is hard, and unfolding it is harder. "
        + string.Join(' ', Enumerable.Repeat("We measure how maps tear along their folds.", 8));

    protected static string LongAbstract => string.Join(' ', Enumerable.Repeat(
        "We fold maps of every size and age, by hand and by machine, and we measure how long folding lasts.", 5));

    protected static async Task Expect(string page, string items)
    {
        var told = (await Reading.Read(Head + page, SavedOn)).Describe();
        told.ShouldBe("page | 2025-12-11\n" + items.ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    protected static string Wrapped(string text, int width = 40) =>
        string.Join('\n', PageDamage.Wrap([new MadeLine(text, LineRole.Abstract)], width, atHyphens: false).Select(line => line.Text));
}
