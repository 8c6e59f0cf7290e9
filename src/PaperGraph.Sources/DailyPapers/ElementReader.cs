using System.Runtime.CompilerServices;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Lines to elements. Empty lines are a help and no more: a byline may be glued to the text before it or behind it, its
/// lines may stand apart or be one, and the lines of a paragraph may be wrapped.
/// </summary>
internal sealed partial class ElementReader
{
    private const int MaxTextLength = 1_000_000;
    private const int MaxSubmitterLength = 60;
    private const int MaxSubmitterWords = 4;

    private readonly PageLayout layout;
    private readonly TextBlock text;
    private string lastText = "";
    private bool textEnded;
    private bool submitterFollows;
    private bool hasText;

    private ElementReader(PageLayout layout)
    {
        this.layout = layout;
        text = new TextBlock(layout);
    }

    /// <summary>The elements and problems that each line makes certain, and behind them the line.</summary>
    public static async IAsyncEnumerable<PageElement> ReadAsync(
        IAsyncEnumerable<TextLine> lines, PageLayout layout, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = new ElementReader(layout);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            foreach (var element in reader.Read(line)) yield return element;
            yield return new EventElement(new PageLine(line.Number, line.Text));
        }
        foreach (var element in reader.End()) yield return element;
    }

    private IEnumerable<PageElement> Read(TextLine printed)
    {
        if (printed.Damage is { } damage) yield return Damaged(printed, damage);

        var line = printed with { Text = Prose.DecodedLine(printed.Text), Printed = printed.Text };
        if (line.Text.Length == 0 && line.Damage is null)
        {
            textEnded = text.Count > 0;
            bylinePaused = true;
            dateFollows = false;
        }
        else if (IsRepeated(line))
        {
            yield return Repeated(line);
        }
        else if (layout.SiteLines.Contains(line.Text) && line.Damage is null)
        {
            yield return OfSite(line);
        }
        else
        {
            foreach (var element in Take(line)) yield return element;
        }
    }

    private IEnumerable<PageElement> Take(TextLine line)
    {
        var (mayBeDate, mayBeSubmitter) = (dateFollows, submitterFollows);
        dateFollows = submitterFollows = false;
        if (mayBeSubmitter && IsSubmitter(line)) return [];
        if (line.Damage is null)
        {
            if (BylineLine.Parse(line.Text) is { } part && IsByline(line, part))
                return part.IsSeparator ? TakeSeparator(line) : TakeByline(line, part);
            if (BylineLine.ParseNumber(line.Text) is { } number && IsNumber(line)) return TakeNumber(line, number);
            if (SiteElements.Find(line) is { } element && (element is HeadingElement { IsMark: true } || !IsInsideParagraph(line)))
                return TakeSiteElement(line, element);
        }
        return mayBeDate && PrintedDate.MayBeUnread(line.Text) ? TakeUnreadDate(line) : TakeText(line);
    }

    // The line before may be wrapped, so that this one may go on with its sentence.
    private bool IsInsideParagraph(TextLine line) => !textEnded && text.MayGoOn(line);

    // Numbers may stand there twice, and so may lines of the site.
    private bool IsRepeated(TextLine line)
    {
        var isRepeated = line.Text == lastText && line.Damage is null && BylineLine.ParseNumber(line.Text) is null
            && !Boilerplate.IsHeading(line.Text) && !Boilerplate.IsAround(line.Text) && !Boilerplate.IsSubmitter(line.Text);
        lastText = line.Text;
        return isRepeated;
    }

    private static bool IsSubmitter(TextLine line) =>
        line.Text.Length <= MaxSubmitterLength && line.Text.AsSpan().Count(' ') < MaxSubmitterWords
        && !line.Text.Contains(':', StringComparison.Ordinal) && BylineLine.ParseNumber(line.Text) is null;

    private IEnumerable<PageElement> TakeSiteElement(TextLine line, PageElement element)
    {
        foreach (var ended in End()) yield return ended;
        if (element is HeadingElement) hasBylines = hasText = numbersLead = false;
        submitterFollows = element is SubmitterElement && line.Text.Length <= Boilerplate.SubmittedBy.Length + 1;
        yield return element;
    }

    private IEnumerable<PageElement> TakeText(TextLine line)
    {
        foreach (var ended in EndSeparator()) yield return ended;
        if (textEnded || text.Length > MaxTextLength)
            foreach (var ended in EndText()) yield return ended;
        foreach (var ended in EndByline(isOfPaper: hasText)) yield return ended;
        hasText = true;
        text.Add(line);
    }

    private IEnumerable<PageElement> EndText()
    {
        textEnded = false;
        foreach (var element in text.Take())
        {
            if (element.IsGuessed) yield return Guessed(element);
            yield return element;
        }
    }

    private IEnumerable<PageElement> End()
    {
        foreach (var ended in EndSeparator()) yield return ended;
        foreach (var ended in EndText()) yield return ended;
        foreach (var ended in EndByline()) yield return ended;
    }
}
