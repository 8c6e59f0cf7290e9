using System.Runtime.CompilerServices;
using PaperGraph.Model;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Turns events of pages whose facts are known into the records that readers give.</summary>
internal sealed class SourceItemWriter(IReadOnlyList<PageFacts> pages, string name, ReadOptions options)
{
    private const int MaxReported = 1_000;

    private readonly HashSet<string> reported = [];
    private int index;
    private int rank;

    private PageFacts Page => pages[index];

    private PageCalendar Calendar => new(options.AsOf, Page.LatestPrintedYear);

    public async IAsyncEnumerable<SourceItem> WriteAsync(
        IAsyncEnumerable<PageEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in Begin()) yield return item;
        await foreach (var @event in events.WithCancellation(cancellationToken))
            foreach (var item in Tell(@event)) yield return item;
    }

    private IEnumerable<SourceItem> Begin()
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

    private IEnumerable<SourceItem> Tell(PageEvent @event)
    {
        switch (@event)
        {
            case PageBreak:
                index++;
                rank = 0;
                reported.Clear();
                foreach (var item in Begin()) yield return item;
                break;
            case PageProblem { IsOfSite: true } problem when reported.Contains(problem.Words):
                break;
            case PageProblem problem:
                if (problem.IsOfSite && reported.Count < MaxReported) reported.Add(problem.Words);
                yield return Problem(problem.Line, problem.Words, problem.Message, problem.Advice, problem.Column);
                break;
            case PageDay day:
                if (Calendar.Resolve(day.Date) is { Problem: { } wrongDay } answer)
                    yield return Problem(day.Line, day.Date.Words, wrongDay, answer.Advice);
                break;
            case PagePaper paper:
                var published = paper.Byline?.Date is { } date ? Calendar.Resolve(date) : default;
                yield return new PaperRecord(Listing(paper, published));
                if (published.Problem is { } wrongDate)
                    yield return Problem(paper.Byline!.Line, paper.Byline.Words, wrongDate, published.Advice);
                foreach (var found in new PaperChecks(Page).Check(paper))
                    yield return Problem(found.Line, found.Words, found.Message, found.Advice);
                break;
        }
    }

    private ListedPaper Listing(PagePaper paper, PageCalendar.Answer published)
    {
        var numbered = Page.TitlesAreNumbered ? PageSurvey.SplitNumber(paper.Title.Text) : null;
        return new ListedPaper
        {
            Title = Prose.Once(numbered?.Title ?? paper.Title.Text),
            Abstract = paper.IsAbstractRepeated ? Prose.Once(paper.Abstract!) : paper.Abstract,
            ArxivId = paper.Address is null ? null : ArxivIds.FromAddress(paper.Address.Trim('<', '>')) ?? ArxivIds.Parse(paper.Address),
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
