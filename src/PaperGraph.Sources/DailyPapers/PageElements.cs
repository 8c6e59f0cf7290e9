using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Lines to elements. Empty lines are a help and no more: a byline may be glued to the text before it or behind it, its
/// lines may stand apart or be one, and the lines of a paragraph may be wrapped.
/// </summary>
internal sealed partial class PageElements(Action<PageElement> next, Action<PageProblem> report)
{
    // A line as long as this is a paragraph, a shorter one may be wrapped.
    private const int ParagraphLength = 250;
    private const int MaxTextLength = 1_000_000;
    private const int MaxSubmitterLength = 60;

    private readonly List<TextLine> text = [];
    private int textLength;
    private bool textEnded;
    private TextLine? separator;
    private BylineElement? byline;
    private bool bylinePaused;
    private bool submitterFollows;

    public void Push(TextLine line)
    {
        if (line.Damage is { } damage)
            report(new PageProblem(line.Number, damage.Column, Prose.Line(line.Text), damage.Message, damage.Advice));

        line = line with { Text = Prose.Line(line.Text) };
        if (line.Text.Length == 0 && line.Damage is null)
        {
            textEnded = text.Count > 0;
            bylinePaused = true;
            return;
        }
        if (submitterFollows && TakeSubmitter(line)) return;
        if (line.Damage is null && BylineLine.Parse(line.Text) is { } part && TakeByline(line, part)) return;
        if (line.Damage is null && BylineLine.ParseNumber(line.Text) is { } number && TakeNumber(line, number)) return;
        if (line.Damage is null && TakeFurniture(line)) return;
        TakeText(line);
    }

    public void Complete()
    {
        DropSeparator();
        FlushText();
        FlushByline();
    }

    private bool IsInsideText => text.Count > 0 && !textEnded;

    // The line before may be wrapped, so that this one may go on with its sentence.
    private bool IsInsideParagraph => IsInsideText && text[^1].Text.Length < ParagraphLength;

    private bool TakeByline(TextLine line, BylineLine part)
    {
        if (part.IsSeparator) return TakeSeparator(line);

        var isAlone = part.Authors is null && part.Organization is null && separator is null && byline is null;
        if (isAlone && IsInsideParagraph) return false;

        TextElement? opening = null;
        if (part.Organization is { } organization)
        {
            opening = Element([line with { Text = organization }], isGlued: false);
        }
        else if (part.Authors is null && separator is not null && text.Count > 0)
        {
            opening = Element([text[^1]], isGlued: text.Count > 1);
            text.RemoveAt(text.Count - 1);
        }
        separator = null;
        FlushText();

        var isContinued = byline is not null && opening is null
            && (part.Authors is null || (byline.Authors is null && byline.Date is null))
            && (part.Date is null || byline.Date is null);
        if (!isContinued) FlushByline();
        byline = byline is null
            ? new BylineElement(opening?.Line ?? line.Number, opening, part.Authors, part.Date, part.Comments, line.Text)
            : byline with
            {
                Authors = byline.Authors ?? part.Authors,
                Date = byline.Date ?? part.Date,
                Comments = part.Comments ?? byline.Comments,
                Words = $"{byline.Words} · {line.Text}",
            };
        bylinePaused = false;
        return true;
    }

    private bool TakeSeparator(TextLine line)
    {
        if (line.Text is "-" or "*" or "–" or "—" && IsInsideParagraph && text.Count > 1) return false;
        DropSeparator();
        if (byline is { Date: null }) return true;

        FlushByline();
        separator = line;
        return true;
    }

    private bool TakeNumber(TextLine line, int number)
    {
        if (byline is { Comments: null } && !bylinePaused)
        {
            byline = byline with { Comments = number, Words = $"{byline.Words} {line.Text}" };
            return true;
        }
        if (IsInsideParagraph) return false;
        Break();
        next(new NumberElement(line.Number, number));
        return true;
    }

    private bool TakeSubmitter(TextLine line)
    {
        submitterFollows = false;
        return line.Text.Length <= MaxSubmitterLength && BylineLine.ParseNumber(line.Text) is null;
    }

    private bool TakeFurniture(TextLine line)
    {
        var isMark = Furniture.IsMark(line.Text);
        if (IsInsideParagraph && !isMark) return false;

        if (isMark || Furniture.IsHeading(line.Text))
        {
            Break();
            next(new HeadingElement(line.Number, isMark));
            return true;
        }
        if (line.Text.StartsWith(Furniture.SubmittedBy, StringComparison.OrdinalIgnoreCase) && line.Text.Length <= MaxSubmitterLength)
        {
            Break();
            submitterFollows = line.Text.Length <= Furniture.SubmittedBy.Length + 1;
            next(new SubmitterElement(line.Number));
            return true;
        }
        if (Furniture.IsAround(line.Text))
        {
            Break();
            return true;
        }
        if (line.Text.Length <= 200 && (AddressPattern().IsMatch(line.Text) || IdPattern().IsMatch(line.Text)))
        {
            Break();
            next(new AddressElement(line.Number, line.Text));
            return true;
        }
        return false;
    }

    private void TakeText(TextLine line)
    {
        DropSeparator();
        if (textEnded || textLength > MaxTextLength) FlushText();
        FlushByline();
        text.Add(line);
        textLength += line.Text.Length;
    }

    private void Break()
    {
        DropSeparator();
        FlushText();
        FlushByline();
    }

    private void DropSeparator()
    {
        if (separator is not { } line) return;
        separator = null;
        report(new PageProblem(line.Number, 1, line.Text, "This separator of a byline has no date or number of authors behind it.",
            "Look whether the page was cut off or changed here."));
    }

    private void FlushByline()
    {
        if (byline is null) return;
        var finished = byline;
        byline = null;
        next(finished);
    }

    private void FlushText()
    {
        textEnded = false;
        if (text.Count == 0) return;
        var lines = text.ToArray();
        text.Clear();
        textLength = 0;
        if (!Array.Exists(lines, line => line.Text.Length >= ParagraphLength))
        {
            next(Element(lines, isGlued: false));
            return;
        }
        for (var index = 0; index < lines.Length; index++) next(Element(lines.AsSpan(index, 1), isGlued: index > 0));
    }

    private static TextElement Element(ReadOnlySpan<TextLine> lines, bool isGlued)
    {
        var source = Join(lines);
        var (text, address) = Unlink(source);
        var isDamaged = false;
        foreach (var line in lines) isDamaged |= line.Damage is not null;
        return new TextElement(lines[0].Number, text, source, isGlued, isDamaged, address);
    }

    // Wrapped lines: a word broken at its own hyphen comes together again.
    private static string Join(ReadOnlySpan<TextLine> lines)
    {
        if (lines.Length == 1) return lines[0].Text;
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            var isBroken = joined is { Length: > 1 } && joined[^1] == '-' && char.IsLetterOrDigit(joined[^2])
                && char.IsLetterOrDigit(line.Text.FirstOrDefault()) && !SuspendedPattern().IsMatch(line.Text);
            if (joined.Length > 0 && !isBroken) joined.Append(' ');
            joined.Append(line.Text);
        }
        return joined.ToString();
    }

    private static (string Text, string? Address) Unlink(string text)
    {
        if (text.Length > 2_000) return (text, null);
        if (MarkdownLinkPattern().Match(text) is { Success: true } link
            && link.Groups["text"].Value.Trim() is { Length: > 0 } words && !words.Contains("](", StringComparison.Ordinal))
            return (words, link.Groups["address"].Value);
        return (HeadingPattern().Replace(text, ""), null);
    }

    [GeneratedRegex(
        @"^(?:#{1,6} |[-*+] |\d{1,3}\. )?(?:\*\*)?\[(?<text>.+)\]\((?<address>[^()\s]+)\)(?:\*\*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLinkPattern();

    [GeneratedRegex(@"^#{1,6} ", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("^(?:and|or|to|und) ", RegexOptions.CultureInvariant)]
    private static partial Regex SuspendedPattern();

    [GeneratedRegex(
        @"^<?https?://(?:www\.)?(?:huggingface\.co/papers|arxiv\.org/(?:abs|pdf))/[^\s>]+>?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^arxiv: ?\d{4}\.\d{4,5}(?:v\d+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
