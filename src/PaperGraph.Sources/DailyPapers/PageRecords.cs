namespace PaperGraph.Sources.DailyPapers;

/// <summary>Events of pages whose facts are known, as the records that readers give.</summary>
internal sealed class PageRecords(IReadOnlyList<PageFacts> pages, string name, ReadOptions options)
{
    private const int MaxTold = 1_000;
    private const int ShortAbstract = 150;
    private const int LongAbstract = 300;

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
                if (IsShort(paper))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This has hardly an abstract, unlike the papers of this page.",
                        "Look whether it is a paper, or belongs to the site.");
                if (IsStrange(paper))
                    yield return Problem(paper.Title.Line, paper.Title.Source, "This title shares no word with the abstract below it.",
                        "Look whether it is the title of another paper, or belongs to the site.");
                if (paper.Paragraphs.Skip(1).FirstOrDefault(paragraph => paragraph.IsGlued) is { } glued)
                    yield return Problem(glued.Line, glued.Source, "This stands right below an abstract, with no empty line between them.",
                        "It is read as a part of the abstract; look whether an empty line, a title or a byline is missing here.");
                else if (paper.Paragraphs is [_, var second, ..] && Page.Parted * 2 < Page.Papers)
                    yield return Problem(second.Line, second.Source, "This abstract has more than one paragraph, unlike the others of this page.",
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
            paper.Abstract is null && (Page.LongAbstracts > 0 || IsUsual(Page.Abstracts, Page.Papers)) ? "abstract" : null,
            hasByline && !paper.HasAuthors && (paper.Byline is { HasSeparator: true, Date: not null } || Page.Authored > 0 || Page.Bylines < 3)
                ? "authors" : null,
            hasByline && paper.Byline is not { IsDateTold: true } and not { Date: not null } && IsUsual(Page.Dated, Page.Bylines) ? "date" : null,
            paper is { HasAuthors: true, Byline: { Date: not null, HasSeparator: false } } && IsUsual(Page.Separated, Page.Bylines)
                ? "separator in its byline" : null,
        }.OfType<string>());
    }

    // The title may be the site's, and so may the text behind it.
    private bool IsShort(PagePaper paper) => paper.Abstract is { Length: < ShortAbstract } && Page.LongAbstracts * 2 >= Page.Papers;

    // In a thousand papers there is none whose abstract takes up no word of its title.
    private bool IsStrange(PagePaper paper) =>
        paper.Abstract is { Length: >= LongAbstract } text && Page.LongAbstracts * 2 > Page.Papers && SharedWords.Count(paper.Title.Text, text) == 0;

    private static bool IsUsual(int count, int all) => count > 0 && count * 2 >= all;

    private PaperRecord Record(PagePaper paper, PageCalendar.Answer published)
    {
        var numbered = Page.TitlesAreNumbered ? PageSurvey.SplitNumber(paper.Title.Text) : null;
        return new PaperRecord
        {
            Title = Once(numbered?.Title ?? paper.Title.Text),
            Abstract = paper.Abstract,
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

    // A title of several lines, each of which differs from the one before it.
    private static string Once(string title)
    {
        var half = title.Length / 2;
        return half >= 10 && title.Length % 2 == 1 && title[half] == ' ' && title.AsSpan(0, half).SequenceEqual(title.AsSpan(half + 1))
            ? title[..half]
            : title;
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
