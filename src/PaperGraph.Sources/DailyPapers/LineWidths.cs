using System.Text;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Learns from how long lines are, and from where they break, whether they were wrapped, and at which width.</summary>
internal sealed class LineWidths
{
    // A line longer than this was not wrapped.
    private const int MaxWidth = 160;
    private const int MinFolds = 20;
    private const int MinFollowed = 8;

    // How many lines have each length; all longer ones are counted in the last place.
    private readonly int[] lengths = new int[MaxWidth + 2];

    // How many lines have each length in bytes, which is what some programs count.
    private readonly int[] fullLengths = new int[MaxWidth + 2];

    // How many lines that another one follows have each length, in characters and in bytes.
    private readonly int[] broken = new int[MaxWidth + 2];
    private readonly int[] fullBroken = new int[MaxWidth + 2];

    // How many breaks are hard ones from each width on.
    private readonly int[] breaks = new int[MaxWidth + 2];

    /// <summary>Whether a page has next to no line that is longer than a wrapped one.</summary>
    public bool HasNoLongLine => lengths[MaxWidth + 1] == 0;

    /// <summary>How many lines are followed by another one.</summary>
    public int Breaks => breaks.Sum();

    /// <summary>Whether wrapping at a width made the break between two lines: the next word had no room.</summary>
    public static bool IsSoftBreak(string line, string next, int width) => Characters(line) + 1 + FirstWord(next) > width;

    /// <summary>Whether a line is as long as what was cut at a width, in characters or in bytes.</summary>
    public static bool IsFull(string line, int width) =>
        Characters(line) is var length && (length == width || (length < width && Encoding.UTF8.GetByteCount(line) == width));

    /// <summary>Whether wrapping broke a word that is longer than a line.</summary>
    public static bool IsBrokenWord(string line, string next, int width) =>
        Characters(line) == width && width > 20 && !next.StartsWith("http", StringComparison.Ordinal)
        && !(line[^1] is '.' or '!' or '?' or ')' && char.IsUpper(next[0]))
        && Characters(line.AsSpan(line.LastIndexOf(' ') + 1)) + FirstWord(next) > width;

    /// <summary>
    /// The length as programs that wrap lines count it: what lies beyond the first plane of Unicode is two chars, and one character.
    /// </summary>
    public static int Characters(ReadOnlySpan<char> text)
    {
        const char FirstOfSecondHalves = '\uDC00';
        const char LastOfSecondHalves = '\uDFFF';
        var characters = 0;
        for (int at; (at = text.IndexOfAnyInRange(FirstOfSecondHalves, LastOfSecondHalves)) >= 0; text = text[(at + 1)..]) characters += at;
        return characters + text.Length;
    }

    /// <param name="before">The line before it where that is text too; null where it is none, or empty.</param>
    public void Add(string line, string? before)
    {
        lengths[Math.Min(Characters(line), MaxWidth + 1)]++;
        fullLengths[Math.Min(Encoding.UTF8.GetByteCount(line), MaxWidth + 1)]++;
        if (before is not { Length: > 0 }) return;
        broken[Math.Min(Characters(before), MaxWidth + 1)]++;
        fullBroken[Math.Min(Encoding.UTF8.GetByteCount(before), MaxWidth + 1)]++;
        breaks[Math.Min(Characters(before.AsSpan().TrimEnd()) + 1 + FirstWord(line), MaxWidth + 1)]++;
    }

    /// <summary>The width at which lines were cut within words, as <c>fold</c> does it: most are as long as that.</summary>
    public int? FoldedWidth()
    {
        foreach (var (counts, followed) in (ReadOnlySpan<(int[], int[])>)[(lengths, broken), (fullLengths, fullBroken)])
        {
            var width = Array.LastIndexOf(counts[..(MaxWidth + 1)], counts[..(MaxWidth + 1)].Max());
            var all = counts.Sum();
            if (counts[(width + 1)..].Sum() * 100 >= all) continue;
            if (counts[width] >= MinFolds && counts[width] * 2 > all) return width;
            // Lines wrapped at words are full by chance; cut ones are where another one follows.
            if (followed[width] >= MinFollowed && followed[width] * 5 > followed.Sum() * 4) return width;
        }
        return null;
    }

    /// <summary>How many of the lines that another one follows are as long as a width.</summary>
    public double Full(int width) => Breaks == 0 ? 0 : (double)broken[width] / Breaks;

    /// <param name="filled">How many lines of the page are not empty.</param>
    /// <returns>At which width lines were wrapped, and how many breaks are not of that; null where they were not wrapped.</returns>
    public (int Width, double Hard)? Wrapped(int filled)
    {
        var all = breaks.Sum();
        if (lengths[MaxWidth + 1] * 100 >= filled || all == 0) return null;
        var width = Width();
        return (width, (double)breaks.Take(width + 1).Sum() / all);
    }

    // One line in two hundred may be longer: an address that had no blank to break at.
    private int Width()
    {
        var longer = lengths[MaxWidth + 1];
        var most = lengths.Sum() / 200;
        var width = MaxWidth;
        while (width > 0 && longer + lengths[width] <= most) longer += lengths[width--];
        return width;
    }

    private static int FirstWord(string line) => Characters(line.IndexOf(' ') is var end and >= 0 ? line.AsSpan(0, end) : line);
}
