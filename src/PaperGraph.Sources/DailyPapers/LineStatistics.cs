using System.Text.RegularExpressions;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>All lines of an input, counted for its <see cref="PageLayout"/>.</summary>
internal sealed partial class LineStatistics
{
    private const double MaxHard = 0.25;

    // Between two empty lines stands one text, so that a break that is no soft one is a rare fault.
    private const double MaxHardInBlocks = 0.1;

    // With words of six letters, wrapping at words fills about one line in six; more than twice as many are a sign of cutting.
    private const double MaxFull = 0.35;

    // With fewer breaks than these, their shares say nothing.
    private const int MinBreaks = 20;

    private readonly LineWidths cleaned = new();
    private readonly LineWidths printed = new();
    private readonly LineWidths decoded = new();
    private readonly RepeatedLines repeated = new();
    private int filled;
    private int leading = int.MaxValue;
    private int trailing = int.MaxValue;
    private int blankRuns;
    private int tagged;
    private string? before;
    private string? beforePrinted;

    public void Add(string text)
    {
        var line = Prose.DecodedLine(text);
        repeated.Add(line);
        if (line.Length == 0)
        {
            if (before is { Length: > 0 }) blankRuns++;
            (before, beforePrinted) = ("", "");
            return;
        }
        filled++;
        leading = Math.Min(leading, text.Length - text.TrimStart().Length);
        trailing = Math.Min(trailing, text.Length - text.TrimEnd().Length);
        var printedLine = text.TrimEnd('\r');
        if (TagPattern().IsMatch(line)) tagged++;
        var isText = line.Length > 1 && BylineLine.Parse(line) is null;
        // A number in front of a title was put there after lines were wrapped.
        if (isText && (before is { Length: > 0 } || PageSurvey.SplitNumber(line) is null))
        {
            cleaned.Add(line, before);
            printed.Add(printedLine, beforePrinted);
            decoded.Add(Prose.Decode(text), beforePrinted is { } above ? Prose.Decode(above) : null);
        }
        before = isText ? line : null;
        beforePrinted = isText ? printedLine : null;
    }

    public PageLayout Sum()
    {
        var hasBlankLines = blankRuns * 50 >= filled;
        var folded = printed.FoldedWidth() ?? decoded.FoldedWidth();
        var (wrapped, wrappedAsPrinted) = (cleaned.Wrapped(filled), printed.Wrapped(filled));
        var isAsPrinted = wrapped is { } one && wrappedAsPrinted is { } other && other.Hard * 2 < one.Hard;
        if (isAsPrinted) wrapped = wrappedAsPrinted;
        var isRagged = wrapped is { } found ? found.Hard > (hasBlankLines ? MaxHardInBlocks : MaxHard) : cleaned.HasNoLongLine;
        return new PageLayout
        {
            HasBlankLines = hasBlankLines,
            Width = folded ?? (isRagged ? null : wrapped?.Width),
            IsFolded = folded is not null,
            Margins = filled == 0 ? default : (leading, trailing),
            IsAsPrinted = isAsPrinted && folded is null,
            IsRagged = isRagged && folded is null,
            MayBeFolded = wrapped is { } at && folded is null && cleaned.Breaks >= MinBreaks && cleaned.Full(at.Width) > MaxFull,
            MayBeCut = isRagged && folded is null && cleaned.Breaks >= MinBreaks,
            SiteLines = repeated.Find(areApart: wrapped is not null),
            IsHtml = tagged >= 3 && tagged * 10 >= filled,
        };
    }

    // These tags make up a page. Those of a formula, or an <i>, are left out because an abstract may hold them.
    [GeneratedRegex(
        @"</?(?:html|head|body|div|span|a|h[1-6]|p|ul|ol|li|svg|path|article|section|script|style|meta|link|img|button|form|nav|header"
        + @"|footer|main|table|tr|td|time|input|label)(?:\s[^<>]*)?/?>|<!doctype html",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}
