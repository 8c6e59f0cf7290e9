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

    /// <summary>How many characters its lines have together.</summary>
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

    /// <summary>Takes out all texts, in their order, and leaves the block empty.</summary>
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

    /// <summary>Takes out the last text, such as an organization before a date: one line, or more where it was wrapped.</summary>
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
        && !lines[..^1].Exists(line => TextShapeClassifier.IsFinished(line.Text))
        && Array.Exists(UsualWidths, width => lines[..^1].TrueForAll(line => LineWidths.Characters(line.Text) <= width)
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
        var longest = lines.Max(line => LineWidths.Characters(line.Text));
        return longest <= MaxLocalWidth ? longest : null;
    }

    private void Clear()
    {
        lines.Clear();
        Length = 0;
    }

    private TextElement Element(ReadOnlySpan<TextLine> part, bool isGlued)
    {
        var source = Join(part, out var isGuess);
        var (text, address) = Unlink(source);
        var isDamaged = false;
        foreach (var line in part) isDamaged |= line.Damage is not null;
        return new TextElement(part[0].Number, text, source, isGlued, isDamaged, address)
        {
            IsGuessed = isGuess,
            IsOfWrappedPage = layout.Width is not null || layout.MayBeCut,
        };
    }

    /// <param name="isGuess">Whether nothing says for sure that these lines are one text, or what stood between two of them.</param>
    private string Join(ReadOnlySpan<TextLine> part, out bool isGuess)
    {
        isGuess = false;
        if (part.Length == 1) return part[0].Text;
        // The last line may be a byline and not the end of the sentence above it.
        isGuess = layout is { Width: null, IsRagged: false } || BylineLine.Parse(part[^1].Text) is not null;
        if (layout.IsFolded)
        {
            var folded = new StringBuilder();
            foreach (var line in part) folded.Append(layout.WithoutMargins(line));
            return Prose.DecodedLine(folded.ToString());
        }
        var joined = new StringBuilder(part[0].Text);
        for (var index = 1; index < part.Length; index++)
        {
            var (before, line) = (part[index - 1], part[index]);
            var isBroken = IsCutAtHyphen(joined, line) || CutRepositoryPattern().IsMatch(before.Text);
            if (layout.Width is { } width && layout.IsBrokenWord(before, line, width))
            {
                isBroken = true;
                isGuess |= !IsCutAddress(joined.ToString(), line.Text);
            }
            isGuess |= layout.MayBeCut && EndsInWordPattern().IsMatch(before.Text) && !char.IsUpper(line.Text.FirstOrDefault());
            isGuess |= layout.MayBeFolded && LineWidths.Characters(before.Text) == layout.Width;
            if (!isBroken) joined.Append(' ');
            joined.Append(line.Text);
        }
        return joined.ToString();
    }

    // A word broken at its own hyphen comes together again.
    private static bool IsCutAtHyphen(StringBuilder joined, TextLine line) =>
        joined.Length > 1 && joined[^1] == '-' && SharedWords.IsOfWord(joined[^2])
        && SharedWords.IsOfWord(line.Text.FirstOrDefault()) && !SuspendedPattern().IsMatch(line.Text);

    // Where one plain word follows, it may be the end of the address or the next word of the sentence.
    private static bool IsCutAddress(string joined, string next)
    {
        var start = joined.LastIndexOf(' ') + 1;
        var word = joined[start..] + next.Split(' ')[0];
        return AddressPattern().Match(word) is { Success: true } address && address.Index < joined.Length - start
            && (joined[^1] is '-' or '/' or '_' || !PlainWordPattern().IsMatch(next));
    }

    // The address ends before the name of its repository, which the next line begins with.
    [GeneratedRegex(
        @"https?://(?:github\.com|gitlab\.com|huggingface\.co)/(?:[\w.-]+/)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutRepositoryPattern();

    [GeneratedRegex(@"[\p{L}\p{N}\p{Cs}]$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInWordPattern();

    [GeneratedRegex("https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^\p{L}+(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWordPattern();

    // Marks of Markdown may stand within one another, so that they are taken off until none is left.
    private static (string Text, string? Address) Unlink(string text)
    {
        string? address = null;
        while (text.Length <= 2_000)
        {
            var inner = HeadingPattern().Replace(text, "${number}");
            if (MarkdownLinkPattern().Match(inner) is { Success: true } link
                && link.Groups["text"].Value.Trim() is { Length: > 0 } words
                && (!words.Contains("](", StringComparison.Ordinal) || MarkdownLinkPattern().IsMatch(words)))
            {
                inner = link.Groups["number"].Value + words;
                address ??= link.Groups["address"].Value;
            }
            else if (BoldPattern().Match(inner) is { Success: true } bold)
            {
                inner = bold.Groups["number"].Value + bold.Groups["text"].Value;
            }
            if (inner == text) break;
            text = inner;
        }
        return (text, address);
    }

    [GeneratedRegex(
        @"^(?<number>\d{1,6} )?(?:#{1,6} |[-*+] |\d{1,3}\. )?(?:\*\*)?\[(?<text>.+)\]\( ?(?<address>[^()\s]+) ?\)(?:\*\*)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLinkPattern();

    [GeneratedRegex(@"^(?<number>\d{1,6} )?#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"^(?<number>\d{1,6} )?\*\*(?<text>(?:[-+] )?\*\*.+\*\*|[^*]+)\*\*$", RegexOptions.CultureInvariant)]
    private static partial Regex BoldPattern();

    [GeneratedRegex("^(?:and|or|to|und) ", RegexOptions.CultureInvariant)]
    private static partial Regex SuspendedPattern();
}
