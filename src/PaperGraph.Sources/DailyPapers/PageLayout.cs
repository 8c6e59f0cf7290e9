using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>How the lines of an input were broken, without which a title cannot be told from the text that stands right below it.</summary>
internal sealed partial record PageLayout
{
    // A line longer than this was not wrapped.
    private const int MaxWidth = 160;

    /// <summary>Whether empty lines part titles from abstracts, so that two lines without one between them belong together.</summary>
    public bool HasBlankLines { get; init; } = true;

    /// <summary>The width at which lines were wrapped; null where they were not, or not at one width.</summary>
    public int? Width { get; init; }

    /// <summary>Whether short lines end anywhere, so that nothing can be concluded from where one ends.</summary>
    public bool IsRagged { get; init; } = true;

    public bool IsHtml { get; init; }

    /// <summary>Short lines that stand on one page again and again, and belong to no byline.</summary>
    public IReadOnlySet<string> SiteLines { get; init; } = FrozenSet<string>.Empty;

    public static async Task<PageLayout> ReadAsync(LineReader lines, CancellationToken cancellationToken)
    {
        var counts = new Counts();
        await foreach (var line in lines.ReadAsync(cancellationToken)) counts.Add(Prose.Line(WebUtility.HtmlDecode(line.Text)));
        return counts.Sum();
    }

    /// <summary>Whether wrapping at a width made the break between two lines: the next word had no room.</summary>
    public static bool IsSoftBreak(string line, string next, int width) => line.Length + 1 + FirstWord(next) > width;

    /// <summary>Whether wrapping broke a word that is longer than a line.</summary>
    public static bool IsBrokenWord(string line, string next, int width) =>
        line.Length == width && width > 20 && !next.StartsWith("http", StringComparison.Ordinal)
        && !(line[^1] is '.' or '!' or '?' or ')' && char.IsUpper(next[0]))
        && line.Length - 1 - line.LastIndexOf(' ') + FirstWord(next) > width;

    private static int FirstWord(string line) => line.IndexOf(' ') is var end and >= 0 ? end : line.Length;

    private sealed class Counts
    {
        // Of lines by their length; the longer ones are counted as the last.
        private readonly int[] lengths = new int[MaxWidth + 2];

        // Of breaks by the width from which on they are hard ones.
        private readonly int[] breaks = new int[MaxWidth + 2];

        private int filled;
        private int blankRuns;
        private int tagged;
        private string? before;
        private readonly RepeatedLines repeated = new();

        public void Add(string line)
        {
            repeated.Add(line);
            if (line.Length == 0)
            {
                if (before is { Length: > 0 }) blankRuns++;
                before = "";
                return;
            }
            filled++;
            if (TagPattern().IsMatch(line)) tagged++;
            var isText = line.Length > 1 && BylineLine.Parse(line) is null;
            if (isText) lengths[Math.Min(line.Length, MaxWidth + 1)]++;
            if (isText && before is { Length: > 0 })
                breaks[Math.Min(before.Length + 1 + FirstWord(line), MaxWidth + 1)]++;
            before = isText ? line : null;
        }

        public PageLayout Sum()
        {
            var width = Width();
            var all = breaks.Sum();
            var isWrapped = lengths[MaxWidth + 1] * 100 < filled && all > 0;
            var hard = breaks.Take(width + 1).Sum();
            return new PageLayout
            {
                HasBlankLines = blankRuns * 50 >= filled,
                Width = isWrapped && hard * 4 <= all ? width : null,
                IsRagged = isWrapped ? hard * 4 > all : lengths[MaxWidth + 1] == 0,
                SiteLines = repeated.Find(areApart: isWrapped),
                IsHtml = tagged >= 3 && tagged * 10 >= filled,
            };
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
    }

    // Tags that make up a page; an abstract may hold those of a formula, or an <i>.
    [GeneratedRegex(
        @"</?(?:html|head|body|div|span|a|h[1-6]|p|ul|ol|li|svg|path|article|section|script|style|meta|link|img|button|form|nav|header"
        + @"|footer|main|table|tr|td|time|input|label)(?:\s[^<>]*)?/?>|<!doctype html",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
