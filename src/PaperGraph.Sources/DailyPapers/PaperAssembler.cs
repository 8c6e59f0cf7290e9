using System.Runtime.CompilerServices;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Elements to papers. A byline ends a paper; where there is none, the shape of a text and of the one behind it tell a title
/// from another paragraph, so that only a few texts wait for a decision.
/// </summary>
internal sealed partial class PaperAssembler
{
    private const int MaxAbstract = TextLimits.Abstract;
    private const int MaxTitles = 6;

    // A text as long as this under an abstract as long as this is the abstract of another paper.
    private const int MinAbstract = 300;
    private const int ShortAbstract = 150;

    // Short texts one behind the other, of which one is the title. Once there is an abstract, the title alone.
    private readonly List<TextElement> titles = [];
    private readonly List<TextElement> paragraphs = [];
    private int abstractLength;
    private TextElement? undecided;
    private NumberElement? upvotes;
    private int? titleUpvotes;
    private PagePaper? finished;
    private bool pageHasContent;
    private bool pageHasDay;
    private int papers;
    private int bylines;
    private int bareBylines;

    private PaperAssembler()
    {
    }

    /// <summary>
    /// The papers of pages, and all else that stands on them, in its order. Each stage asks the one before it for as much as it needs,
    /// and none holds more than the paper that is being read and the one above it.
    /// </summary>
    public static IAsyncEnumerable<PageEvent> ReadAsync(IAsyncEnumerable<TextLine> lines, PageLayout layout) =>
        ReadAsync(ElementReader.ReadAsync(ConcatenatedPages.SplitAsync(lines), layout));

    /// <summary>
    /// The papers, and all else that stands on the pages. A paper comes once what stands below it can add nothing to it; what
    /// is passed on comes at once.
    /// </summary>
    public static async IAsyncEnumerable<PageEvent> ReadAsync(
        IAsyncEnumerable<PageElement> elements, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var assembler = new PaperAssembler();
        await foreach (var element in elements.WithCancellation(cancellationToken))
            foreach (var @event in assembler.Take(element)) yield return @event;
        foreach (var @event in assembler.EndPage()) yield return @event;
    }

    private IEnumerable<PageEvent> Take(PageElement element) => element switch
    {
        EventElement { Event: var @event } => [@event],
        HeadingElement heading => TakeHeading(heading),
        SubmitterElement => TakeSubmitter(),
        NumberElement number => TakeNumber(number),
        AddressElement address => TakeAddress(address),
        BylineElement byline => TakeByline(byline),
        TextElement text => TakeText(text),
        _ => [],
    };

    private IEnumerable<PageEvent> TakeHeading(HeadingElement heading)
    {
        foreach (var ended in EndPage()) yield return ended;
        if (pageHasContent)
        {
            yield return new PageBreak(heading.Line);
            pageHasContent = pageHasDay = false;
            papers = bylines = bareBylines = 0;
        }
        if (heading.IsMark) yield return new PageMark(heading.Line);
    }

    private IEnumerable<PageEvent> TakeSubmitter()
    {
        foreach (var ended in EndRun(isLast: false)) yield return ended;
        foreach (var ended in EndNumber()) yield return ended;
    }

    // The first of two numbers are comments on the paper above, the second are upvotes of the one below; or they are twice the same.
    private IEnumerable<PageEvent> TakeNumber(NumberElement number)
    {
        foreach (var ended in EndRun(isLast: false)) yield return ended;
        if (upvotes is { } above) yield return SecondNumber(above);
        foreach (var ended in EndNumber()) yield return ended;
        upvotes = number;
    }

    private IEnumerable<PageEvent> TakeAddress(AddressElement address)
    {
        pageHasContent = true;
        if (undecided is not null)
            foreach (var ended in EndRun(isLast: false)) yield return ended;
        if (titles is [.., { Address: null } title])
            titles[^1] = title with { Address = address.Address };
        else if (titles.Count == 0 && finished is { Address: null })
            finished = finished with { Address = address.Address };
        else
            yield return LoneAddress(address);
    }

    // A number that no title follows may be the comments on the paper above it.
    private IEnumerable<PageEvent> EndNumber()
    {
        if (upvotes is not { } number) yield break;
        upvotes = null;
        if (finished is { Byline: not null, Comments: null })
            finished = finished with { Comments = number.Number };
        else
            yield return LoneNumber(number);
    }

    // What is undecided at the end of a run of texts cannot become a paper: nothing behind it says so.
    private IEnumerable<PageEvent> EndRun(bool isLast)
    {
        var waiting = undecided;
        undecided = null;
        if (paragraphs.Count == 0)
        {
            foreach (var title in titles)
                foreach (var pageEvent in ReportBare(title)) yield return pageEvent;
            titles.Clear();
        }
        else
        {
            var isParagraph = waiting is not null && (waiting.IsGlued || waiting.Shape == TextShape.Sentence);
            if (isParagraph)
                foreach (var pageEvent in AddParagraph(waiting!)) yield return pageEvent;
            var last = paragraphs[^1];
            foreach (var ended in EndPaper(byline: null)) yield return ended;
            if (isLast && bylines > 0 && waiting is null && !TextShapeClassifier.IsFinished(last.Text))
                foreach (var pageEvent in ReportCutOff(last)) yield return pageEvent;
            if (isParagraph) yield break;
        }
        if (waiting is not null)
            foreach (var pageEvent in ReportBare(waiting)) yield return pageEvent;
    }

    private IEnumerable<PageEvent> EndPage()
    {
        foreach (var ended in EndRun(isLast: true)) yield return ended;
        foreach (var ended in EndNumber()) yield return ended;
        foreach (var ended in EndFinished()) yield return ended;
    }
}
