namespace PaperGraph.Sources.DailyPapers;

/// <summary>Events of pages whose facts are known, as the records that readers give.</summary>
internal sealed class PageRecords(IReadOnlyList<PageFacts> pages, string name, ReadOptions options)
{
    private const int MaxTold = 1_000;
    private const int ShortAbstract = 150;

    // Of the site.
    private const int MaxLine = 60;

    // What so few papers have in common may be a damage that they have in common.
    private const int FewPapers = 3;

    private readonly HashSet<string> told = [];
    private int index;
    private int rank;

    private PageFacts Page => pages[index];

    private PageCalendar Calendar => new(options.AsOf, Page.LatestPrintedYear);

    public IEnumerable<SourceItem> Begin()
    {
        if (Page.IsEmpty && pages.Count > 1) yield break;

        var day = Page.Day is { } stated ? Calendar.Resolve(stated) : default;
        yield return new PageRecord
        {
            Source = SourceNames.DailyPapersText,
            Name = name,
            Hash = Page.Hash,
            ListedOn = day.Date,
            ListedOnInferred = day.Inferred,
            SavedOn = options.AsOf,
            Line = Page.Line,
        };
        if (Page.Papers == 0)
            yield return Problem(Page.Line, "", "There is no paper on this page.", "Save the page once its papers are shown.");
    }

    public IEnumerable<SourceItem> Tell(PageEvent @event)
    {
        switch (@event)
        {
            case PageBreak:
                index++;
                rank = 0;
                told.Clear();
                foreach (var item in Begin()) yield return item;
                break;
            case PageProblem { IsOfSite: true } problem when told.Contains(problem.Words):
                break;
            case PageProblem problem:
                if (problem.IsOfSite && told.Count < MaxTold) told.Add(problem.Words);
                yield return Problem(problem.Line, problem.Words, problem.Message, problem.Advice, problem.Column);
                break;
            case PageDay day:
                if (Calendar.Resolve(day.Date) is { Problem: { } wrongDay } answer)
                    yield return Problem(day.Line, day.Date.Words, wrongDay, answer.Advice);
                break;
            case PagePaper paper:
                var published = paper.Byline?.Date is { } date ? Calendar.Resolve(date) : default;
                yield return Record(paper, published);
                if (published.Problem is { } wrongDate)
                    yield return Problem(paper.Byline!.Line, paper.Byline.Words, wrongDate, published.Advice);
                if (Missing(paper) is { Length: > 0 } missing && !paper.IsDamaged)
                    yield return Problem(paper.Title.Line, paper.Title.Source, $"This paper has no {missing}, which the others of this page have.",
                        "Look whether lines are missing or in another order here.");
                if (Once(paper.Title.Text) != paper.Title.Text)
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This title stands there twice.", "It is read once.");
                if (IsAbstractTwice(paper))
                    yield return Problem(paper.Paragraphs[0].Line, paper.Paragraphs[0].Source, "This abstract stands there twice.", "It is read once.");
                if (paper.Title.IsOfWrappedPage && (IsInside(paper.Title.Text) || paper.Title.Shape != TextShape.Title))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This title reads like a part of a text.",
                        "Look whether lines are missing or in another order here.");
                if (paper is { Paragraphs: [{ IsOfWrappedPage: true } opening, ..] } && IsInside(opening.Text))
                    yield return Problem(opening.Line, opening.Source, "This abstract begins inside a sentence.",
                        "Look whether lines are missing or in another order here.");
                if (IsHalfNumbered && PageSurvey.SplitNumber(paper.Title.Text) is not null)
                    yield return Problem(paper.Title.Line, paper.Title.Source, "Some titles of this page begin with a number, and others do not.",
                        "It is read as a part of the title; look whether it is the number of upvotes.");
                if (Page.TitlesAreNumbered && Page.NumberedTwice * 2 > Page.Papers && Numbered(paper) is { } first && PageSurvey.SplitNumber(first.Title) is not null)
                    yield return Problem(paper.Title.Line, paper.Title.Source, "Two numbers stand in front of this title.",
                        "The first is read as the number of upvotes.");
                if (IsShort(paper))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This has hardly an abstract, unlike the papers of this page.",
                        "Look whether it is a paper, or belongs to the site.");
                if (paper.Organization is { } organization && IsUnlikely(organization, paper.Byline!.Opening!))
                    yield return Problem(paper.Byline.Line, organization.Stated, "This does not read like an organization's slug and name.",
                        "Look whether it belongs to the site, or lines are missing or in another order here.");
                if (IsStrange(paper))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This title shares no word with the abstract below it.",
                        "Look whether it is the title of another paper, or belongs to the site.");
                if (SlugAndName.Matches(paper.Title.Text))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This title reads like the organization of a byline.",
                        "Look whether it belongs to the paper above it, and the title of this one is missing.");
                if (paper.Paragraphs.Skip(1).FirstOrDefault(paragraph => paragraph.IsGlued) is { } glued)
                    yield return Problem(glued.Line, glued.Source, "This stands right below an abstract, with no empty line between them.",
                        "It is read as a part of the abstract; look whether an empty line, a title or a byline is missing here.");
                else if (paper.Paragraphs is [_, var second, ..])
                    yield return Problem(second.Line, second.Source, "This abstract has more than one paragraph.",
                        "Look whether this line belongs to the site, or a title or byline is missing.");
                break;
        }
    }

    // What most papers of the page have. A byline may be missing as a whole, as it does on real pages; a part of one may not.
    private string Missing(PagePaper paper)
    {
        var hasByline = paper.Byline is not null || paper.Abstract is null;
        return string.Join(" and no ", new[]
        {
            paper.Abstract is null && (Page.Abstracts > 0
                || (Page.Dated > 0 && Page.Papers < FewPapers)) ? "abstract" : null,
            hasByline && !paper.HasAuthors && (paper.Byline is { HasSeparator: true, Date: not null } || Page.Authored > 0 || Page.Bylines < FewPapers)
                ? "authors" : null,
            hasByline && paper.Byline is not { IsDateTold: true } and not { Date: not null }
                && (Page.Dated > 0 || (Page.Separated == 0 && Page.Bylines < FewPapers)) ? "date" : null,
            paper is { HasAuthors: true, Byline: { Date: not null, HasSeparator: false } } && (Page.Separated > 0 || Page.Bylines < FewPapers)
                ? "separator in its byline" : null,
        }.OfType<string>());
    }

    // The title may be the site's, and so may the text behind it.
    private bool IsShort(PagePaper paper) =>
        (paper.Abstract is { Length: < ShortAbstract } && Page.LongAbstracts * 2 >= Page.Papers)
        || (paper.Abstract is { Length: < MaxLine } && Page.LongestAbstract >= ShortAbstract);

    // In a thousand papers there is none whose abstract takes up no word of its title; on a page of made-up ones there may be.
    private bool IsStrange(PagePaper paper) => paper.IsStrange && Page.Strange * 2 <= Math.Max(Page.Papers, 2);

    // Names that begin with a small letter begin as their slug does.
    private static bool IsUnlikely(StatedOrganization organization, TextElement opening) =>
        (IsInside(organization.Name) && !SlugAndName.BeginAlike(organization.Slug, organization.Name))
        || (opening.IsOfWrappedPage && opening.Shape != TextShape.Title);

    private (int Upvotes, string Title)? Numbered(PagePaper paper) =>
        Page.TitlesAreNumbered ? PageSurvey.SplitNumber(paper.Title.Text) : null;

    // Where lines are not wrapped, one repeats the other.
    private static bool IsAbstractTwice(PagePaper paper) =>
        paper is { Abstract: { } text, Paragraphs: [{ IsOfWrappedPage: true }] } && Once(text) != text;

    private bool IsHalfNumbered => !Page.TitlesAreNumbered && Page.Numbered >= 2 && Page.Numbered * 2 >= Page.Papers;

    // Whether a text begins with a word in small letters.
    private static bool IsInside(string text) =>
        text.Length > 0 && char.IsLower(text[0]) && !text.Split(' ')[0].Any(letter => char.IsUpper(letter) || char.IsDigit(letter));

    private PaperRecord Record(PagePaper paper, PageCalendar.Answer published)
    {
        var numbered = Numbered(paper);
        return new PaperRecord
        {
            Title = Once(numbered?.Title ?? paper.Title.Text),
            Abstract = IsAbstractTwice(paper) ? Once(paper.Abstract!) : paper.Abstract,
            ArxivId = paper.Address is null ? null : ArxivIds.OfAddress(paper.Address.Trim('<', '>')) ?? ArxivIds.Parse(paper.Address),
            Url = paper.Address is null ? null : Absolute(paper.Address.Trim('<', '>')),
            PublishedOn = published.Date,
            PublishedOnInferred = published.Inferred,
            AuthorCount = paper.Byline?.Authors,
            CommentCount = paper.Comments,
            UpvoteCount = numbered?.Upvotes ?? paper.Upvotes,
            Organization = paper.Organization,
            Rank = ++rank,
            Line = paper.Title.Line,
        };
    }

    // A text of several lines that stands there twice, so that no line repeats the one before it.
    private static string Once(string text)
    {
        var half = text.Length / 2;
        var between = text.Length % 2;
        return half >= 10 && (between == 0 || text[half] == ' ') && text.AsSpan(0, half).SequenceEqual(text.AsSpan(half + between))
            ? text[..half]
            : text;
    }

    private static string? Absolute(string address) =>
        address.StartsWith('/') ? "https://huggingface.co" + address
        : address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address
        : null;

    private ReadProblem Problem(int line, string words, string message, string advice, int column = 1) => new()
    {
        Source = SourceNames.DailyPapersText,
        File = name,
        Line = line,
        Column = column,
        Words = words,
        Message = message,
        Advice = advice,
    };
}
