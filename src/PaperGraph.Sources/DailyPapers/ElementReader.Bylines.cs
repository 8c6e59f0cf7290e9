using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>The lines of bylines, and numbers, which may be a byline's comments or the upvotes of the next paper.</summary>
internal sealed partial class ElementReader
{
    private TextLine? separator;
    private BylineElement? byline;
    private TextLine? bylineSeparator;
    private bool bylinePaused;
    private bool hasBylines;
    private bool numbersLead;
    private bool dateFollows;

    private bool IsByline(TextLine line, BylineLine part)
    {
        // These marks also stand alone between two lines of a sentence.
        if (part.IsSeparator)
            return line.Text is not ("-" or "*" or "–" or "—" or "--" or "/") || !IsInsideParagraph(line) || text.Count <= 1;
        var isAlone = part.Authors is null && part.Organization is null && separator is null && byline is null;
        return !isAlone || !IsInsideParagraph(line);
    }

    private IEnumerable<PageElement> TakeByline(TextLine line, BylineLine part)
    {
        TextElement? opening = null;
        if (part.Organization is { } organization)
            opening = text.Element(line with { Text = organization });
        else if (part.Authors is null && separator is not null)
            opening = text.TakeLast();
        if (opening is { IsGuessed: true }) yield return Guessed(opening);
        var hasSeparator = separator is not null || part is { Date: not null, Authors: not null } or { Organization: not null };
        separator = null;
        foreach (var ended in EndText()) yield return ended;

        var isContinued = byline is not null && opening is null
            && (part.Authors is null || (byline.Authors is null && byline.Date is null))
            && (part.Date is null || byline.Date is null);
        if (!isContinued)
            foreach (var ended in EndByline()) yield return ended;
        byline = byline is null
            ? new BylineElement(opening?.Line ?? line.Number, opening, part.Authors, part.Date, part.Comments, line.Text)
            {
                HasSeparator = hasSeparator,
            }
            : byline with
            {
                Authors = byline.Authors ?? part.Authors,
                Date = byline.Date ?? part.Date,
                Comments = part.Comments ?? byline.Comments,
                HasSeparator = hasSeparator || byline.HasSeparator || bylineSeparator is not null,
                Words = $"{byline.Words} · {line.Text}",
            };
        bylinePaused = false;
        dateFollows = byline is { Date: null };
    }

    private IEnumerable<PageElement> TakeSeparator(TextLine line)
    {
        foreach (var ended in EndSeparator()) yield return ended;
        dateFollows = true;
        if (byline is { Date: null })
        {
            if (byline.HasSeparator) yield return SecondSeparator(line);
            bylineSeparator = line;
        }
        else
        {
            foreach (var ended in EndByline()) yield return ended;
            separator = line;
        }
    }

    private bool IsNumber(TextLine line) => IsCommentDue || !IsInsideParagraph(line);

    private bool IsCommentDue => byline is { Comments: null } && !bylinePaused && !numbersLead;

    private IEnumerable<PageElement> TakeNumber(TextLine line, int number)
    {
        // The date above the first text of a page is the page's own, and a number below it leads the first title.
        if (byline is { Authors: null, Opening: null, HasSeparator: false } && !hasBylines && !hasText)
            foreach (var ended in EndByline(isOfPaper: false)) yield return ended;
        if (IsCommentDue)
        {
            byline = byline! with { Comments = number, Words = $"{byline.Words} {line.Text}" };
            yield break;
        }
        numbersLead |= !hasBylines;
        foreach (var ended in End()) yield return ended;
        yield return new NumberElement(line.Number, number);
    }

    private IEnumerable<PageElement> TakeUnreadDate(TextLine line)
    {
        var opening = separator is null ? null : text.TakeLast();
        if (opening is { IsGuessed: true }) yield return Guessed(opening);
        separator = null;
        foreach (var ended in EndText()) yield return ended;
        if (opening is not null)
        {
            foreach (var ended in EndByline()) yield return ended;
            byline = new BylineElement(opening.Line, opening, null, null, null, line.Text);
        }
        if (byline is not null)
        {
            var hasSeparator = byline.HasSeparator || bylineSeparator is not null || opening is not null;
            byline = byline with { IsDateReported = true, HasSeparator = hasSeparator };
        }
        yield return UnreadDate(line);
        foreach (var ended in EndByline()) yield return ended;
    }

    private IEnumerable<PageElement> EndSeparator()
    {
        if (separator is not { } line) yield break;
        separator = null;
        foreach (var ended in EndText()) yield return ended;
        yield return LoneSeparator(line);
    }

    private IEnumerable<PageElement> EndByline(bool isOfPaper = true)
    {
        if (byline is not { } ended) yield break;
        if (bylineSeparator is { } line && ended is { Date: null, IsDateReported: false })
        {
            yield return LoneSeparator(line);
            ended = ended with { IsDateReported = true };
        }
        bylineSeparator = null;
        hasBylines |= isOfPaper;
        byline = null;
        yield return ended;
    }
}
