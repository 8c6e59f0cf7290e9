using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Lines of text without an empty one between them, as the titles and paragraphs that they are: where an empty line is
/// missing, only the way in which lines were wrapped tells where one ends.
/// </summary>
internal sealed partial class TextBlock(PageLayout layout)
{
    // A line as long as this is a paragraph, a shorter one may be wrapped.
    private const int ParagraphLength = 250;
    private const int MaxOrganization = 120;
    private const int MaxOrganizationLines = 3;
    private const int MaxLocalWidth = 160;

    private static readonly int[] UsualWidths = [40, 60, 70, 72, 76, 78, 79, 80, 100, 120];

    private readonly List<TextLine> lines = [];

    public int Count => lines.Count;

    /// <summary>In characters.</summary>
    public int Length { get; private set; }

    public void Add(TextLine line)
    {
        lines.Add(line);
        Length += line.Text.Length;
    }

    /// <summary>Whether a line may go on with the sentence of the last one.</summary>
    public bool MayGoOn(TextLine line)
    {
        if (lines.Count == 0 || lines[^1].Text.Length >= ParagraphLength) return false;
        if (layout.Width is { } width) return layout.IsSoftBreak(lines[^1], line, width);
        return layout.IsRagged || lines.Count > 1;
    }

    /// <summary>All of it, in its order; nothing is left.</summary>
    public IReadOnlyList<TextElement> Take()
    {
        if (lines.Count == 0) return [];
        var elements = new List<TextElement>();
        var parts = Parts();
        for (var index = 0; index < parts.Count; index++)
            elements.Add(Element(parts[index], isGlued: index > 0 && layout.HasBlankLines));
        Clear();
        return elements;
    }

    /// <summary>What stands at its end, as an organization does before a date: a line, or more where it was wrapped.</summary>
    public TextElement? TakeLast()
    {
        if (lines.Count == 0) return null;
        var count = IsWrappedOrganization() ? lines.Count : layout.Width is null ? 1 : Parts()[^1].Length;
        var last = Element(lines.ToArray().AsSpan(lines.Count - count), isGlued: lines.Count > count && layout.HasBlankLines);
        for (var index = lines.Count - count; index < lines.Count; index++) Length -= lines[index].Text.Length;
        lines.RemoveRange(lines.Count - count, count);
        return last;
    }

    public TextElement Element(TextLine line) => Element([line], isGlued: false);

    // On a page that was not wrapped, the lines have to be such as a usual width makes them.
    private bool IsWrappedOrganization() =>
        layout.HasBlankLines && layout.Width is null && lines.Count is > 1 and <= MaxOrganizationLines && Length <= MaxOrganization
        && !lines[..^1].Exists(line => TextShapes.IsFinished(line.Text))
        && Array.Exists(UsualWidths, width => lines[..^1].TrueForAll(line => line.Text.Length <= width)
            && lines.Zip(lines.Skip(1)).All(pair => layout.IsSoftBreak(pair.First, pair.Second, width)));

    private List<TextLine[]> Parts()
    {
        if (lines.Count == 1) return [[lines[0]]];
        if (Width() is { } width)
        {
            var parts = new List<TextLine[]>();
            var start = 0;
            for (var index = 1; index < lines.Count; index++)
            {
                if (layout.IsSoftBreak(lines[index - 1], lines[index], width)) continue;
                parts.Add([.. lines[start..index]]);
                start = index;
            }
            parts.Add([.. lines[start..]]);
            return parts;
        }
        return layout.IsRagged && !lines.Exists(line => line.Text.Length >= ParagraphLength)
            ? [[.. lines]]
            : [.. lines.Select(line => new[] { line })];
    }

    // Where the page was not wrapped, one of its texts may have been.
    private int? Width()
    {
        if (layout.Width is { } width) return width;
        if (layout.IsRagged || lines.Count < 3) return null;
        var longest = lines.Max(line => line.Text.Length);
        return longest <= MaxLocalWidth ? longest : null;
    }

    private void Clear()
    {
        lines.Clear();
        Length = 0;
    }

    private TextElement Element(ReadOnlySpan<TextLine> part, bool isGlued)
    {
        var source = Join(part);
        var (text, address) = Unlink(source);
        var isDamaged = false;
        foreach (var line in part) isDamaged |= line.Damage is not null;
        return new TextElement(part[0].Number, text, source, isGlued, isDamaged, address);
    }

    // Wrapped lines: a word broken at its own hyphen comes together again.
    private string Join(ReadOnlySpan<TextLine> part)
    {
        if (part.Length == 1) return part[0].Text;
        var joined = new StringBuilder();
        if (layout.IsFolded)
        {
            foreach (var line in part) joined.Append(line.Printed ?? line.Text);
            return Prose.Line(WebUtility.HtmlDecode(joined.ToString()));
        }
        TextLine before = default;
        foreach (var line in part)
        {
            var isBroken = joined is { Length: > 1 } && joined[^1] == '-' && char.IsLetterOrDigit(joined[^2])
                && char.IsLetterOrDigit(line.Text.FirstOrDefault()) && !SuspendedPattern().IsMatch(line.Text);
            isBroken |= CutAddressPattern().IsMatch(before.Text ?? "");
            isBroken |= joined.Length > 0 && layout.Width is { } width && layout.IsBrokenWord(before, line, width);
            if (joined.Length > 0 && !isBroken) joined.Append(' ');
            joined.Append(line.Text);
            before = line;
        }
        return joined.ToString();
    }

    // The name of a repository is still to come.
    [GeneratedRegex(
        @"https?://(?:github\.com|gitlab\.com|huggingface\.co)/(?:[\w.-]+/)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutAddressPattern();

    private static (string Text, string? Address) Unlink(string text)
    {
        if (text.Length > 2_000) return (text, null);
        if (MarkdownLinkPattern().Match(text) is { Success: true } link
            && link.Groups["text"].Value.Trim() is { Length: > 0 } words && !words.Contains("](", StringComparison.Ordinal))
            return (link.Groups["number"].Value + words, link.Groups["address"].Value);
        text = HeadingPattern().Replace(text, "${number}");
        return (BoldPattern().Match(text) is { Success: true } bold ? bold.Groups["number"].Value + bold.Groups["text"].Value : text, null);
    }

    [GeneratedRegex(
        @"^(?<number>\d{1,6} )?(?:#{1,6} |[-*+] |\d{1,3}\. )?(?:\*\*)?\[(?<text>.+)\]\( ?(?<address>[^()\s]+) ?\)(?:\*\*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLinkPattern();

    [GeneratedRegex(@"^(?<number>\d{1,6} )?#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"^(?<number>\d{1,6} )?\*\*(?<text>[^*]+)\*\*$", RegexOptions.CultureInvariant)]
    private static partial Regex BoldPattern();

    [GeneratedRegex("^(?:and|or|to|und) ", RegexOptions.CultureInvariant)]
    private static partial Regex SuspendedPattern();
}
