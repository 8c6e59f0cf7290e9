namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Elements to papers. A byline ends a paper; where there is none, the shape of a text and of the one behind it tell a title
/// from another paragraph, so that at most two texts wait for a decision.
/// </summary>
internal sealed partial class PaperAssembler(Action<PageEvent> next)
{
    private const int MaxAbstract = 100_000;

    private readonly List<TextElement> paragraphs = [];
    private int abstractLength;
    private TextElement? title;
    private TextElement? undecided;
    private NumberElement? upvotes;
    private int? titleUpvotes;
    private PagePaper? finished;
    private bool pageHasContent;
    private bool pageHasPapers;
    private bool pageHasDay;
    private bool pageHasBylines;

    public void Push(PageElement element)
    {
        switch (element)
        {
            case HeadingElement heading: TakeHeading(heading); break;
            case SubmitterElement: EndRun(atEnd: false); GiveNumberToFinished(); break;
            case NumberElement number: EndRun(atEnd: false); GiveNumberToFinished(); upvotes = number; break;
            case AddressElement address: TakeAddress(address); break;
            case BylineElement byline: TakeByline(byline); break;
            case TextElement text: TakeText(text); break;
        }
    }

    public void Complete()
    {
        EndRun(atEnd: true);
        GiveNumberToFinished();
        FlushFinished();
    }

    private void TakeHeading(HeadingElement heading)
    {
        Complete();
        if (pageHasContent)
        {
            next(new PageBreak(heading.Line));
            pageHasContent = pageHasPapers = pageHasDay = pageHasBylines = false;
        }
        if (heading.IsMark) next(new PageMark(heading.Line));
    }

    private void TakeText(TextElement text)
    {
        pageHasContent = true;
        if (title is null)
        {
            StartPaper(text);
        }
        else if (undecided is { } waiting)
        {
            undecided = null;
            if (paragraphs.Count > 0) DecideAfterAbstract(waiting, text);
            else DecideAfterTitle(waiting, text);
        }
        else if (paragraphs.Count == 0 ? text.Shape == TextShape.Title : text.Shape != TextShape.Prose)
        {
            undecided = text;
        }
        else
        {
            AddParagraph(text);
        }
    }

    // Title, short text, and now another: the first has no abstract, and without a byline nothing says that it is a title.
    private void DecideAfterTitle(TextElement waiting, TextElement text)
    {
        ReportBare(title!);
        title = waiting;
        TakeText(text);
    }

    // Title, abstract, short text, and now another.
    private void DecideAfterAbstract(TextElement waiting, TextElement text)
    {
        var isTitle = !waiting.IsGlued && (waiting.Shape == TextShape.Title || text.Shape == TextShape.Prose);
        if (isTitle)
        {
            Finish(byline: null);
            StartPaper(waiting);
        }
        else
        {
            AddParagraph(waiting);
        }
        TakeText(text);
    }

    private void StartPaper(TextElement text)
    {
        if (text.Shape == TextShape.Prose && text.Text.Length > TextShapes.MaxTitle)
        {
            ReportOrphan(text);
            return;
        }
        title = text;
        titleUpvotes = upvotes?.Number;
        upvotes = null;
    }

    private void AddParagraph(TextElement text)
    {
        if (abstractLength + text.Source.Length > MaxAbstract)
        {
            next(new PageProblem(text.Line, 1, text.Source, $"This would make an abstract longer than {MaxAbstract} characters.",
                "Look whether titles are missing before it."));
            return;
        }
        paragraphs.Add(text);
        abstractLength += text.Source.Length;
    }

    private void TakeByline(BylineElement byline)
    {
        if (byline is { Authors: null, Opening: null, Comments: null, Date: { } day }
            && title is null && upvotes is null && !pageHasPapers && !pageHasDay)
        {
            pageHasDay = pageHasContent = true;
            next(new PageDay(byline.Line, day));
            return;
        }

        pageHasContent = true;
        var organization = Organization(byline);
        if (byline.Opening is { } opening && organization is null) TakeText(opening);
        DecideBeforeByline(opensPaper: byline.Opening is not null && organization is null);
        if (title is null)
        {
            FlushFinished();
            next(new PageProblem(byline.Line, 1, byline.Words, "This byline belongs to no paper.",
                "Look whether the title above it is missing."));
            return;
        }
        pageHasBylines = true;
        Finish(byline, organization);
    }

    private void DecideBeforeByline(bool opensPaper)
    {
        if (undecided is not { } waiting) return;
        undecided = null;
        if (paragraphs.Count > 0)
        {
            if (waiting.Shape == TextShape.Sentence || (waiting.IsGlued && !opensPaper))
            {
                AddParagraph(waiting);
                return;
            }
            Finish(byline: null);
            StartPaper(waiting);
        }
        else if (opensPaper || waiting.Text.Length < 80)
        {
            ReportBare(title!);
            title = waiting;
        }
        else
        {
            AddParagraph(waiting);
        }
    }

    private void TakeAddress(AddressElement address)
    {
        pageHasContent = true;
        if (undecided is not null) EndRun(atEnd: false);
        if (title is { Address: null })
            title = title with { Address = address.Address };
        else if (title is null && finished is { Address: null })
            finished = finished with { Address = address.Address };
        else
            next(new PageProblem(address.Line, 1, address.Address, "This address belongs to no paper.",
                "Put it behind the title of its paper."));
    }

    // What is undecided at the end of a run of texts cannot become a paper: nothing behind it says so.
    private void EndRun(bool atEnd)
    {
        var waiting = undecided;
        undecided = null;
        if (title is not null && paragraphs.Count == 0)
        {
            ReportBare(title);
            title = null;
        }
        else if (title is not null)
        {
            var isParagraph = waiting is not null && (waiting.IsGlued || waiting.Shape == TextShape.Sentence);
            if (isParagraph) AddParagraph(waiting!);
            var last = paragraphs[^1];
            Finish(byline: null);
            if (atEnd && pageHasBylines && waiting is null && !TextShapes.IsFinished(last.Text)) ReportCutOff(last);
            if (isParagraph) return;
        }
        if (waiting is not null) ReportBare(waiting);
    }

    private void Finish(BylineElement? byline, StatedOrganization? organization = null)
    {
        FlushFinished();
        if (title is { IsDamaged: false })
        {
            var isKnown = paragraphs.Count > 0 && !paragraphs.Exists(paragraph => paragraph.IsDamaged);
            finished = new PagePaper(title)
            {
                Abstract = isKnown ? string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Source)) : null,
                Byline = byline,
                Organization = organization,
                Upvotes = titleUpvotes,
                Comments = byline?.Comments,
                Address = title.Address,
            };
            pageHasPapers = true;
        }
        title = null;
        titleUpvotes = null;
        paragraphs.Clear();
        abstractLength = 0;
    }

    private void GiveNumberToFinished()
    {
        if (upvotes is not { } number) return;
        upvotes = null;
        if (finished is { Byline: not null, Comments: null })
            finished = finished with { Comments = number.Number };
        else
            next(new PageProblem(number.Line, 1, $"{number.Number}", "This number belongs to no paper.",
                "Look whether the page was cut off or changed here."));
    }

    private void FlushFinished()
    {
        if (finished is not { } paper) return;
        finished = null;
        next(paper);
    }

    private void ReportBare(TextElement text)
    {
        if (text.IsDamaged) return;
        FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "This text is no paper: neither an abstract nor a byline follows it.",
            "If it is a title, save the page as a whole; if it belongs to the site, there is nothing to do."));
    }

    private void ReportCutOff(TextElement text)
    {
        FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "The page ends inside this abstract, or soon after it.",
            "Save the page as a whole; until then the abstract is kept as it stands."));
    }

    private void ReportOrphan(TextElement text)
    {
        if (text.IsDamaged) return;
        FlushFinished();
        next(new PageProblem(text.Line, 1, text.Source, "This abstract has no title above it.", "Save the page as a whole."));
    }
}
