using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Texts, of which each is a title, a paragraph of an abstract, or the site's, and the papers that they make.</summary>
internal sealed partial class PaperAssembler
{
    private IEnumerable<PageEvent> TakeText(TextElement text)
    {
        pageHasContent = true;
        if (titles.Count == 0) return StartPaper(text);
        if (undecided is { } waiting) return DecideAfterAbstract(waiting, text);
        if (paragraphs.Count == 0 && text.Shape == TextShape.Title) return AddTitle(text);
        if (paragraphs.Count == 0 || text.Shape == TextShape.Prose) return AddParagraph(text);
        undecided = text;
        return [];
    }

    // Title, abstract, short text, and now another. A short text right below an abstract is part of it, unless another
    // abstract follows it.
    private IEnumerable<PageEvent> DecideAfterAbstract(TextElement waiting, TextElement text)
    {
        undecided = null;
        var isTitle = waiting.IsGlued
            ? waiting.Shape == TextShape.Title && !text.IsGlued && text.Text.Length >= MinAbstract
            : waiting.Shape == TextShape.Title || text.Shape == TextShape.Prose;
        foreach (var pageEvent in isTitle ? StartNextPaper(waiting) : AddParagraph(waiting)) yield return pageEvent;
        foreach (var pageEvent in TakeText(text)) yield return pageEvent;
    }

    private IEnumerable<PageEvent> StartNextPaper(TextElement title)
    {
        foreach (var ended in EndPaper(byline: null)) yield return ended;
        foreach (var pageEvent in StartPaper(title)) yield return pageEvent;
    }

    private IEnumerable<PageEvent> StartPaper(TextElement text)
    {
        if (text.Shape == TextShape.Prose && text.Text.Length > TextShapeClassifier.MaxTitle) return ReportOrphan(text);
        titles.Add(text);
        titleUpvotes = upvotes?.Number;
        upvotes = null;
        return [];
    }

    private IEnumerable<PageEvent> AddTitle(TextElement text)
    {
        titles.Add(text);
        if (titles.Count <= MaxTitles) yield break;
        foreach (var pageEvent in ReportBare(titles[0])) yield return pageEvent;
        titles.RemoveAt(0);
    }

    // A line of the site may stand above the title or below it: the title is the one whose words the abstract takes up.
    private IEnumerable<PageEvent> ChooseTitle(TextElement? abstractText)
    {
        if (titles.Count < 2) yield break;
        var chosen = abstractText is null
            ? titles[^1]
            : titles.AsEnumerable().Reverse().MaxBy(title => SharedWords.Count(title.Text, abstractText.Text))!;
        foreach (var title in titles.Where(title => !ReferenceEquals(title, chosen)))
            foreach (var pageEvent in ReportBare(title)) yield return pageEvent;
        titles.Clear();
        titles.Add(chosen);
    }

    private IEnumerable<PageEvent> AddParagraph(TextElement text)
    {
        if (paragraphs.Count == 0)
            foreach (var pageEvent in ChooseTitle(text)) yield return pageEvent;
        if (abstractLength >= MinAbstract && text.Text.Length >= MinAbstract && text.Shape == TextShape.Prose && !text.IsGlued)
        {
            foreach (var ended in EndPaper(byline: null)) yield return ended;
            foreach (var pageEvent in ReportOrphan(text)) yield return pageEvent;
        }
        else if (abstractLength + text.Source.Length > MaxAbstract)
        {
            yield return TooLong(text);
        }
        else
        {
            paragraphs.Add(text);
            abstractLength += text.Source.Length;
        }
    }

    // The paper is held back until the next one ends, because numbers, addresses and bylines below it may still be its own.
    private IEnumerable<PageEvent> EndPaper(BylineElement? byline, StatedOrganization? organization = null)
    {
        foreach (var ended in EndFinished()) yield return ended;
        if (titles is [{ IsDamaged: false } title])
        {
            var isDamaged = paragraphs.Exists(paragraph => paragraph.IsDamaged);
            finished = new PagePaper(title)
            {
                Paragraphs = [.. paragraphs],
                Abstract = paragraphs.Count == 0 || isDamaged
                    ? null
                    : string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Source)),
                IsDamaged = isDamaged,
                Byline = byline,
                Organization = organization,
                Upvotes = titleUpvotes,
                Comments = byline?.Comments,
                Address = title.Address,
            };
            papers++;
        }
        titles.Clear();
        titleUpvotes = null;
        paragraphs.Clear();
        abstractLength = 0;
    }

    private IEnumerable<PageEvent> EndFinished()
    {
        if (finished is not { } paper) yield break;
        finished = null;
        yield return paper;
    }
}
