namespace PaperGraph.Sources.DailyPapers;

/// <summary>
/// Elements to papers. A byline ends a paper; where there is none, the shape of a text and of the one behind it tell a title
/// from another paragraph, so that only a few texts wait for a decision.
/// </summary>
internal sealed partial class PaperAssembler(Action<PageEvent> next)
{
    private const int MaxAbstract = 100_000;
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

    public void Push(PageElement element)
    {
        switch (element)
        {
            case HeadingElement heading: TakeHeading(heading); break;
            case SubmitterElement: EndRun(atEnd: false); GiveNumberToFinished(); break;
            case NumberElement number: TakeNumber(number); break;
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
            pageHasContent = pageHasDay = false;
            papers = bylines = bareBylines = 0;
        }
        if (heading.IsMark) next(new PageMark(heading.Line));
    }

    // Comments on the paper above, then upvotes of the one below; or twice the same.
    private void TakeNumber(NumberElement number)
    {
        EndRun(atEnd: false);
        if (upvotes is { } above)
            next(new PageProblem(above.Line, 1, $"{above.Number}", "Another number stands right below this one.",
                "The first is read as comments on the paper above, the second as upvotes of the paper below; look whether they are."));
        GiveNumberToFinished();
        upvotes = number;
    }

    private void TakeText(TextElement text)
    {
        pageHasContent = true;
        if (titles.Count == 0)
        {
            StartPaper(text);
        }
        else if (undecided is { } waiting)
        {
            undecided = null;
            DecideAfterAbstract(waiting, text);
        }
        else if (paragraphs.Count == 0 && text.Shape == TextShape.Title)
        {
            AddTitle(text);
        }
        else if (paragraphs.Count > 0 && text.Shape != TextShape.Prose)
        {
            undecided = text;
        }
        else
        {
            AddParagraph(text);
        }
    }

    // Title, abstract, short text, and now another. A short text right below an abstract is part of it, unless another
    // abstract follows it.
    private void DecideAfterAbstract(TextElement waiting, TextElement text)
    {
        var isTitle = waiting.IsGlued
            ? waiting.Shape == TextShape.Title && !text.IsGlued && text.Text.Length >= MinAbstract
            : waiting.Shape == TextShape.Title || text.Shape == TextShape.Prose;
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
        if (text.Shape == TextShape.Prose && text.Text.Length > TextShapeClassifier.MaxTitle)
        {
            ReportOrphan(text);
            return;
        }
        titles.Add(text);
        titleUpvotes = upvotes?.Number;
        upvotes = null;
    }

    private void AddTitle(TextElement text)
    {
        titles.Add(text);
        if (titles.Count <= MaxTitles) return;
        ReportBare(titles[0]);
        titles.RemoveAt(0);
    }

    // A line of the site may stand above the title or below it: the title is the one whose words the abstract takes up.
    private void ChooseTitle(TextElement? abstractText)
    {
        if (titles.Count < 2) return;
        var chosen = abstractText is null
            ? titles[^1]
            : titles.AsEnumerable().Reverse().MaxBy(title => SharedWords.Count(title.Text, abstractText.Text))!;
        foreach (var title in titles)
            if (!ReferenceEquals(title, chosen)) ReportBare(title);
        titles.Clear();
        titles.Add(chosen);
    }

    private void AddParagraph(TextElement text)
    {
        if (paragraphs.Count == 0) ChooseTitle(text);
        if (abstractLength >= MinAbstract && text.Text.Length >= MinAbstract && text.Shape == TextShape.Prose && !text.IsGlued)
        {
            Finish(byline: null);
            ReportOrphan(text);
            return;
        }
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
            && paragraphs.Count == 0 && upvotes is null && papers == 0 && !pageHasDay)
        {
            pageHasDay = pageHasContent = true;
            EndRun(atEnd: false);
            next(new PageDay(byline.Line, day));
            return;
        }

        pageHasContent = true;
        var organization = Organization(byline);
        if (byline.Opening is { } opening && organization is null) TakeOpening(opening);
        DecideBeforeByline();
        if (titles.Count == 0)
        {
            FlushFinished();
            var words = organization is null ? byline.Words : $"{organization.Stated} · {byline.Words}";
            next(new PageProblem(byline.Line, 1, words, "This byline belongs to no paper.",
                "Look whether the title above it is missing."));
            return;
        }
        if (IsOfSite()) TakeBackFinished();
        bylines++;
        if (paragraphs.Count == 0) bareBylines++;
        Finish(byline, organization);
    }

    // Two short texts between a whole abstract and a byline, and nothing that says that one is the other's title.
    private bool IsOfSite() =>
        titles is [var title] && paragraphs is [var paragraph] && abstractLength < ShortAbstract
        && SharedWords.Count(title.Text, paragraph.Text) == 0 && finished is { Byline: null, IsDamaged: false, Abstract.Length: >= MinAbstract };

    private void TakeBackFinished()
    {
        foreach (var text in titles.Concat(paragraphs)) ReportBare(text, flush: false);
        titles.Clear();
        titles.Add(finished!.Title);
        titleUpvotes = finished.Upvotes;
        paragraphs.Clear();
        paragraphs.AddRange(finished.Paragraphs);
        finished = null;
        papers--;
    }

    private void DecideBeforeByline()
    {
        var waiting = undecided;
        undecided = null;
        if (waiting is not null && (waiting.Shape == TextShape.Sentence || waiting.IsGlued))
        {
            AddParagraph(waiting);
        }
        else if (waiting is not null && bareBylines * 2 > bylines)
        {
            Finish(byline: null);
            StartPaper(waiting);
        }
        else if (waiting is not null)
        {
            // Papers of this page have abstracts, so that this is no title.
            ReportBare(waiting, flush: false);
        }
        else if (paragraphs.Count == 0)
        {
            ChooseTitle(abstractText: null);
            if (titles is [{ Shape: TextShape.Prose } lone] && TextShapeClassifier.IsFinished(lone.Text))
            {
                ReportOrphan(lone);
                titles.Clear();
            }
        }
    }

    private void TakeAddress(AddressElement address)
    {
        pageHasContent = true;
        if (undecided is not null) EndRun(atEnd: false);
        if (titles is [.., { Address: null } title])
            titles[^1] = title with { Address = address.Address };
        else if (titles.Count == 0 && finished is { Address: null })
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
        if (paragraphs.Count == 0)
        {
            foreach (var title in titles) ReportBare(title);
            titles.Clear();
        }
        else
        {
            var isParagraph = waiting is not null && (waiting.IsGlued || waiting.Shape == TextShape.Sentence);
            if (isParagraph) AddParagraph(waiting!);
            var last = paragraphs[^1];
            Finish(byline: null);
            if (atEnd && bylines > 0 && waiting is null && !TextShapeClassifier.IsFinished(last.Text)) ReportCutOff(last);
            if (isParagraph) return;
        }
        if (waiting is not null) ReportBare(waiting);
    }

    private void Finish(BylineElement? byline, StatedOrganization? organization = null)
    {
        FlushFinished();
        if (titles is [{ IsDamaged: false } title])
        {
            var isDamaged = paragraphs.Exists(paragraph => paragraph.IsDamaged);
            finished = new PagePaper(title)
            {
                Paragraphs = [.. paragraphs],
                Abstract = paragraphs.Count == 0 || isDamaged ? null : string.Join("\n\n", paragraphs.Select(paragraph => paragraph.Source)),
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
}
