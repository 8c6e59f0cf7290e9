using System.Collections.Frozen;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>How the lines of an input were broken, without which a title cannot be told from the text that stands right below it.</summary>
internal sealed record PageLayout
{
    /// <summary>Whether empty lines part titles from abstracts, so that two lines without one between them belong together.</summary>
    public bool HasBlankLines { get; init; } = true;

    /// <summary>The width at which lines were wrapped; null where they were not wrapped, or not all at one width.</summary>
    public int? Width { get; init; }

    /// <summary>Whether lines were cut at their width wherever that was, as <c>fold</c> does it.</summary>
    public bool IsFolded { get; init; }

    /// <summary>How many blanks stand at the beginning and at the end of every line.</summary>
    public (int Leading, int Trailing) Margins { get; init; }

    /// <summary>Whether lines were wrapped as they stand in the file, with entities and what cannot be seen in them.</summary>
    public bool IsAsPrinted { get; init; }

    /// <summary>Whether short lines end anywhere, so that nothing can be concluded from where one ends.</summary>
    public bool IsRagged { get; init; } = true;

    /// <summary>Whether lines may have been broken more than once, so that words may be cut where a line ends early.</summary>
    public bool MayBeCut { get; init; }

    /// <summary>Whether more lines are full than wrapping at words makes, so that words may be cut where a line is full.</summary>
    public bool MayBeFolded { get; init; }

    public bool IsHtml { get; init; }

    /// <summary>Short lines that stand on one page again and again, and belong to no byline.</summary>
    public IReadOnlySet<string> SiteLines { get; init; } = FrozenSet<string>.Empty;

    public static async Task<PageLayout> ReadAsync(LineReader lines, CancellationToken cancellationToken)
    {
        var counts = new LineStatistics();
        await foreach (var line in lines.ReadAsync(cancellationToken)) counts.Add(line.Text);
        return counts.Sum();
    }

    /// <summary>Whether wrapping at a width made the break between two lines: the next word had no room.</summary>
    public bool IsSoftBreak(TextLine line, TextLine next, int width) =>
        IsFolded && width == Width
            ? IsFull(line.Printed ?? line.Text, width)
            : LineWidths.IsSoftBreak(Measured(line), Measured(next), width);

    /// <summary>Whether wrapping broke a word that is longer than a line.</summary>
    public bool IsBrokenWord(TextLine line, TextLine next, int width) => LineWidths.IsBrokenWord(Measured(line), Measured(next), width);

    /// <summary>A line as it stands in the file, without the blanks that all lines have.</summary>
    public string WithoutMargins(TextLine line)
    {
        var printed = line.Printed ?? line.Text;
        return printed.Length < Margins.Leading + Margins.Trailing ? line.Text : printed[Margins.Leading..^Margins.Trailing];
    }

    private static bool IsFull(string line, int width) =>
        LineWidths.IsFull(line.TrimEnd('\r'), width) || LineWidths.IsFull(Prose.Decode(line), width);

    private string Measured(TextLine line) => IsAsPrinted && line.Printed is { } printed ? printed.TrimEnd() : line.Text;
}
