using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using PaperGraph.Model;
using PaperGraph.Sources.Bytes;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>
/// Pages of huggingface.co saved as HTML: the list of a day, a week or a month, and the page of one paper. The papers stand in the page
/// as JSON, from which the browser draws it; where that is missing, what is drawn is read.
/// </summary>
internal sealed partial class DailyPapersHtmlReader : IPaperReader
{
    private const string NoPapers = "This HTML page holds no papers of Hugging Face";

    public SourceFormat Format { get; } = new()
    {
        Name = SourceNames.DailyPapersHtml,
        Description = "Pages of huggingface.co/papers, and of single papers, saved as HTML.",
        ToldBy = "HTML",
        Refuses = "HTML of other sites, and the page by which a server says that it failed",
        Example = "curl -s https://huggingface.co/papers/date/2025-06-18 | papergraph import -",
    };

    public bool Accepts(Probe probe) =>
        probe.IsMarkup && (probe.Xml is null || probe.Xml.Name.Equals("html", StringComparison.OrdinalIgnoreCase)
            || !probe.Text.StartsWith("<?xml"u8) && probe.Xml.Namespace.Length == 0 && IsHtmlName(probe.Xml.Name));

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Input input, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadProblem Problem(string message, string advice, string words = "") =>
            new() { Source = Format.Name, File = name, Words = words, Message = message, Advice = advice };

        if (await HtmlText.ReadAsync(input.Open(), options.MaxUnitBytes, cancellationToken) is not { } html)
        {
            yield return Problem(
                $"This HTML page is longer than {options.MaxUnitBytes} bytes, or has more than {HtmlText.MaxTags} tags, or tags more than "
                + $"{HtmlText.MaxDepth} deep.",
                "Save the page anew.");
            yield break;
        }

        var (page, isUtf8) = (ParsedPage.Parse(html.Text), html.IsUtf8);
        if (page.Props is { } props)
        {
            await foreach (var item in ReadPropsAsync(props, isUtf8, input, name, options, cancellationToken)) yield return item;
            yield break;
        }
        var drawn = page.Drawn;
        if (drawn.Count == 0)
        {
            var title = page.Title;
            yield return FailurePattern().IsMatch(title)
                ? Problem(
                    $"This is the page by which a server says that it failed: “{title}”.",
                    "Ask again, and look at the answer before importing it.")
                : Problem(
                    title.Length > 0 ? $"{NoPapers}; its title is “{title}”." : $"{NoPapers}.",
                    "Save the page once its papers are shown, or give the JSON of huggingface.co/api/daily_papers.");
            yield break;
        }
        yield return await PageAsync(input, name, options, page.Day, cancellationToken);
        foreach (var problem in page.Problems.All) yield return Problem(problem.Message, problem.Advice, problem.Words);
        if (!isUtf8) drawn.RemoveAll(read => read.Paper.Title.Contains('\uFFFD', StringComparison.Ordinal));
        if (!isUtf8) yield return Problem("This page is not UTF-8.", "Save the page anew; titles that cannot be read are left out.");
        foreach (var (read, i) in drawn.Select((read, i) => (read, i)))
        {
            yield return new PaperRecord(read.Paper with { Rank = i + 1 });
            foreach (var problem in read.Problems.All)
                yield return Problem($"{problem.Message} It is of “{Prose.Start(read.Paper.Title, 100)}”.", problem.Advice, problem.Words);
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadPropsAsync(
        PageProps props,
        bool isUtf8,
        Input input,
        string name,
        ReadOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var problems = new FieldProblemCollector();
        var day = props.Day(problems);
        var items = new List<SourceItem>();
        var rank = 0;
        foreach (var slice in await props.SliceAsync(options.MaxUnitBytes, isUtf8, cancellationToken))
            items.AddRange(HuggingFaceRow.Read(slice, ++rank, Format.Name, name));
        var days = items.OfType<PaperRecord>().Select(record => record.Paper.ListedOn).OfType<DateOnly>().Distinct().ToList();

        yield return await PageAsync(input, name, options, day ?? (days is [var only] ? only : null), cancellationToken);
        foreach (var problem in problems.All)
            yield return new ReadProblem
            {
                Source = Format.Name,
                File = name,
                Line = props.Line,
                Words = problem.Words,
                Message = problem.Message,
                Advice = problem.Advice,
            };
        foreach (var item in items) yield return item;
    }

    private async Task<PageRecord> PageAsync(
        Input input, string name, ReadOptions options, DateOnly? day, CancellationToken cancellationToken) => new()
        {
            Source = Format.Name,
            Name = name,
            Hash = await ContentHash.ComputeAsync(input.Open(), cancellationToken),
            ListedOn = day,
            SavedOn = options.AsOf,
        };

    /// <summary>Titles such as <c>502 Bad Gateway</c> and <c>Error 404 (Not Found)!!1</c>.</summary>
    [GeneratedRegex(@"^(?:Error |HTTP )?[45][0-9]{2}\b|^(?:Just a moment|Attention Required|Access Denied)", RegexOptions.CultureInvariant)]
    private static partial Regex FailurePattern();

    private static bool IsHtmlName(string name) => name.ToLowerInvariant() is
        "head" or "body" or "div" or "main" or "article" or "section" or "meta" or "title" or "p" or "span"
        or "table" or "center" or "h1" or "h2";

    /// <summary>What is kept of a page. Its document takes much more memory, and is let go before its papers are handed on.</summary>
    /// <param name="Drawn">Empty where there are <paramref name="Props"/>, which say more.</param>
    /// <param name="Problems">What could not be read of the page itself.</param>
    private sealed record ParsedPage(
        PageProps? Props,
        List<(ListedPaper Paper, FieldProblemCollector Problems)> Drawn,
        string Title,
        DateOnly? Day,
        FieldProblemCollector Problems)
    {
        public static ParsedPage Parse(string html)
        {
            using var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
            var problems = new FieldProblemCollector();
            return PageProps.Find(document) is { } props
                ? new ParsedPage(props, [], "", null, problems)
                : new ParsedPage(
                    null,
                    [.. DrawnPapers.Read(document)],
                    Prose.Start(Prose.Line(document.Title ?? ""), 100),
                    DrawnPapers.Day(document, problems),
                    problems);
        }
    }
}
