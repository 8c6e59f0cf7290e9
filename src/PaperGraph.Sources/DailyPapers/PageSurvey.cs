using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Sources.Bytes;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>What has to be known of a whole page before its first paper can be told.</summary>
internal sealed record PageFacts(int Line)
{
    public ContentHash Hash { get; init; }

    public StatedDate? Day { get; init; }

    /// <summary>
    /// The latest year that a date on the page prints. The page's own day counts as the year before, so that dates
    /// without a year get the year of that day.
    /// </summary>
    public int? LatestPrintedYear { get; init; }

    public int Papers { get; init; }

    /// <summary>Papers whose title begins with a number.</summary>
    public int Numbered { get; init; }

    /// <summary>Papers whose title begins with two numbers.</summary>
    public int NumberedTwice { get; init; }

    public int Bylines { get; init; }

    /// <summary>Papers with a number of authors, or an organization.</summary>
    public int Authored { get; init; }

    /// <summary>Papers with a date, or with what stands in its place.</summary>
    public int Dated { get; init; }

    /// <summary>Papers with a separator in their byline.</summary>
    public int Separated { get; init; }

    public int Abstracts { get; init; }

    /// <summary>Abstracts long enough to be of a Daily Papers page.</summary>
    public int LongAbstracts { get; init; }

    /// <summary>The length of the longest abstract, in characters.</summary>
    public int MaxAbstractLength { get; init; }

    /// <summary>Papers whose abstract takes up no word of their title.</summary>
    public int Strange { get; init; }

    public int Marks { get; init; }

    public int Problems { get; init; }

    /// <summary>Whether the numbers in front of the titles are upvotes: one title in four may do without.</summary>
    public bool TitlesAreNumbered => Numbered >= 3 && Numbered * 4 >= Papers * 3;

    public bool IsEmpty => Papers + Problems == 0 && Day is null;
}

/// <summary>Reads all pages of one input once, to learn their <see cref="PageFacts"/>.</summary>
internal sealed partial class PageSurvey : IDisposable
{
    private readonly List<PageFacts> pages = [];
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private PageFacts page = new(1);
    private int pendingBlanks;
    private bool hasLines;

    /// <summary>True where nothing says that this is a Daily Papers page; of one that was named, titles with abstracts do.</summary>
    public static bool IsUnknown(IReadOnlyList<PageFacts> pages, bool isFound) =>
        !pages.Any(page => page.Marks > 0 || page.Bylines > 0)
        && !(!isFound && pages.Sum(page => page.Papers) >= 2 && pages.All(page => page.Problems == 0 && page.LongAbstracts == page.Papers));

    public static async Task<IReadOnlyList<PageFacts>> ReadAsync(
        LineReader lines, PageLayout layout, CancellationToken cancellationToken)
    {
        using var survey = new PageSurvey();
        var events = PaperAssembler.ReadAsync(lines.ReadAsync(cancellationToken), layout);
        await foreach (var @event in events.WithCancellation(cancellationToken)) survey.Take(@event);
        survey.EndPage();
        return survey.pages;
    }

    /// <summary>The upvotes in front of a title; null where none stand there.</summary>
    public static (int Upvotes, string Title)? SplitNumber(string title) =>
        NumberedPattern().Match(title) is { Success: true } match
        && int.TryParse(match.Groups["number"].ValueSpan, out var number)
            ? (number, match.Groups["title"].Value)
            : null;

    public void Dispose() => hash.Dispose();

    private void Take(PageEvent @event)
    {
        switch (@event)
        {
            case PageLine line:
                AddToHash(line.Text);
                break;
            case PageBreak pageBreak:
                EndPage();
                page = new PageFacts(pageBreak.Line);
                break;
            case PageMark:
                page = page with { Marks = page.Marks + 1 };
                break;
            case PageProblem:
                page = page with { Problems = page.Problems + 1 };
                break;
            case PageDay day:
                page = page with { Day = day.Date };
                NoteYear(day.Date.Year - 1);
                break;
            case PagePaper paper:
                page = page with
                {
                    Papers = page.Papers + 1,
                    Numbered = page.Numbered + (SplitNumber(paper.Title.Text) is null ? 0 : 1),
                    NumberedTwice = page.NumberedTwice
                        + (SplitNumber(paper.Title.Text) is { } numbered && SplitNumber(numbered.Title) is not null ? 1 : 0),
                    Bylines = page.Bylines + (paper.Byline is null ? 0 : 1),
                    Authored = page.Authored + (paper.HasAuthors ? 1 : 0),
                    Dated = page.Dated + (paper.Byline is { Date: not null } or { IsDateReported: true } ? 1 : 0),
                    Separated = page.Separated + (paper.Byline is { HasSeparator: true } ? 1 : 0),
                    Abstracts = page.Abstracts + (paper.Abstract is null ? 0 : 1),
                    LongAbstracts = page.LongAbstracts + (paper.Abstract is { Length: > TextShapeClassifier.MaxTitle } ? 1 : 0),
                    Strange = page.Strange + (paper.IsStrange ? 1 : 0),
                    MaxAbstractLength = Math.Max(page.MaxAbstractLength, paper.Abstract?.Length ?? 0),
                };
                NoteYear(paper.Byline?.Date?.Year);
                break;
        }
    }

    private void NoteYear(int? year)
    {
        if (year is { } printed && !(page.LatestPrintedYear >= printed)) page = page with { LatestPrintedYear = printed };
    }

    private void AddToHash(string line)
    {
        if (Prose.Line(line).Length == 0)
        {
            if (hasLines) pendingBlanks++;
            return;
        }
        for (; pendingBlanks > 0; pendingBlanks--) hash.AppendData("\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        hash.AppendData("\n"u8);
        hasLines = true;
    }

    private void EndPage()
    {
        pages.Add(page with { Hash = new ContentHash(ImmutableArray.Create(hash.GetHashAndReset())) });
        pendingBlanks = 0;
        hasLines = false;
    }

    [GeneratedRegex(
        @"^(?:(?:[▲△⬆↑]|👍)\uFE0F? ?)?(?<number>\d{1,6})(?: [|·•]| -)? (?<title>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPattern();
}
