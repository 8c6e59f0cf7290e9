namespace PaperGraph.Sources.DailyPapers;

/// <summary>Bylines, each of which ends a paper, and what they make certain of the texts above them.</summary>
internal sealed partial class PaperAssembler
{
    private IEnumerable<PageEvent> TakeByline(BylineElement byline) =>
        byline is { Authors: null, Opening: null, Comments: null, Date: { } day }
            && paragraphs.Count == 0 && upvotes is null && papers == 0 && !pageHasDay
            ? TakeDay(byline, day)
            : TakeBylineOfPaper(byline);

    private IEnumerable<PageEvent> TakeDay(BylineElement byline, StatedDate day)
    {
        pageHasDay = pageHasContent = true;
        foreach (var ended in EndRun(isLast: false)) yield return ended;
        yield return new PageDay(byline.Line, day);
    }

    private IEnumerable<PageEvent> TakeBylineOfPaper(BylineElement byline)
    {
        pageHasContent = true;
        var organization = Organization(byline);
        if (byline.Opening is { } opening && organization is null)
            foreach (var pageEvent in TakeOpening(opening)) yield return pageEvent;
        foreach (var pageEvent in DecideBeforeByline()) yield return pageEvent;
        if (titles.Count == 0)
        {
            foreach (var ended in EndFinished()) yield return ended;
            yield return LoneByline(byline, organization);
            yield break;
        }
        if (IsOfSite())
            foreach (var pageEvent in TakeBackFinished()) yield return pageEvent;
        bylines++;
        if (paragraphs.Count == 0) bareBylines++;
        foreach (var ended in EndPaper(byline, organization)) yield return ended;
    }

    private IEnumerable<PageEvent> DecideBeforeByline()
    {
        var waiting = undecided;
        undecided = null;
        if (waiting is null) return paragraphs.Count == 0 ? DecideTitle() : [];
        if (waiting.Shape == TextShape.Sentence || waiting.IsGlued) return AddParagraph(waiting);
        if (bareBylines * 2 > bylines) return StartNextPaper(waiting);
        // Papers of this page have abstracts, so that this is no title.
        return waiting.IsDamaged ? [] : [Bare(waiting)];
    }

    private IEnumerable<PageEvent> DecideTitle()
    {
        foreach (var pageEvent in ChooseTitle(abstractText: null)) yield return pageEvent;
        if (titles is not [{ Shape: TextShape.Prose } lone] || !TextShapeClassifier.IsFinished(lone.Text)) yield break;
        foreach (var pageEvent in ReportOrphan(lone)) yield return pageEvent;
        titles.Clear();
    }

    // Two short texts between a whole abstract and a byline, and nothing that says that one is the other's title.
    private bool IsOfSite() =>
        titles is [var title] && paragraphs is [var paragraph] && abstractLength < ShortAbstract
        && SharedWords.Count(title.Text, paragraph.Text) == 0
        && finished is { Byline: null, IsDamaged: false, Abstract.Length: >= MinAbstract };

    // The paper above has no byline yet, so that this one is its own, and what stands between them belongs to the site.
    private IEnumerable<PageEvent> TakeBackFinished()
    {
        foreach (var text in titles.Concat(paragraphs).Where(text => !text.IsDamaged)) yield return Bare(text);
        titles.Clear();
        titles.Add(finished!.Title);
        titleUpvotes = finished.Upvotes;
        paragraphs.Clear();
        paragraphs.AddRange(finished.Paragraphs);
        finished = null;
        papers--;
    }
}
