using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.HuggingFace;

/// <summary>Papers as a page shows them: a heading that leads to the paper, with the numbers around it.</summary>
internal static partial class DrawnPapers
{
    public static IEnumerable<ListedPaper> Read(IHtmlDocument document) =>
        document.QuerySelectorAll("article").Select(Read).OfType<ListedPaper>();

    /// <summary>The day in the head of the page.</summary>
    public static DateOnly? Day(IHtmlDocument document) =>
        document.QuerySelector("time[datetime]")?.GetAttribute("datetime") is { } stated ? StatedTime.Day(stated) : null;

    private static ListedPaper? Read(IElement article)
    {
        var heading = article.QuerySelector("h3 a[href*='/papers/'], h4 a[href*='/papers/']");
        if (heading is null || Prose.Line(heading.TextContent) is not { Length: > 0 } title) return null;
        if (PaperPattern().Match(heading.GetAttribute("href")!) is not { Success: true } address) return null;
        var id = address.Groups["id"].Value;
        return new ListedPaper
        {
            Title = title,
            ArxivId = ArxivIds.Parse(id),
            Url = $"https://huggingface.co/papers/{id}",
            AuthorCount = Number(AuthorsPattern().Match(article.TextContent).Groups["count"].Value),
            CommentCount = Number(article.QuerySelector("a[href$='#community']")?.TextContent),
            UpvoteCount = Number(article.QuerySelector("input[type=checkbox]")?.ParentElement?.TextContent),
            Rank = 0,
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"/papers/(?<id>[0-9]{4}\.[0-9]{4,5})(?:[/?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PaperPattern();

    [GeneratedRegex(@"\b(?<count>[0-9]{1,5})\s+authors?\b", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsPattern();
}
