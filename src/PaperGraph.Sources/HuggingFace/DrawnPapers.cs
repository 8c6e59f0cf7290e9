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
    /// <summary>The papers, each with what could not be read of it.</summary>
    public static IEnumerable<(ListedPaper Paper, FieldProblemCollector Problems)> Read(IHtmlDocument document)
    {
        foreach (var article in document.QuerySelectorAll("article"))
        {
            var problems = new FieldProblemCollector();
            if (Read(article, problems) is { } paper) yield return (paper, problems);
        }
    }

    /// <summary>The day in the head of the page.</summary>
    public static DateOnly? Day(IHtmlDocument document, FieldProblemCollector problems)
    {
        if (Prose.LineOrNull(document.QuerySelector("time[datetime]")?.GetAttribute("datetime")) is not { } stated) return null;
        if (StatedTime.Day(stated) is { } day) return day;
        problems.Add("datetime", stated, "no date");
        return null;
    }

    private static ListedPaper? Read(IElement article, FieldProblemCollector problems)
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
            AuthorCount = Number("authors", AuthorsPattern().Match(article.TextContent).Groups["count"].Value, problems),
            CommentCount = Number("comments", article.QuerySelector("a[href$='#community']")?.TextContent, problems),
            UpvoteCount = Number("upvotes", article.QuerySelector("input[type=checkbox]")?.ParentElement?.TextContent, problems),
            Rank = 0,
        };
    }

    /// <summary>The number that stands there; a dash stands for none.</summary>
    private static int? Number(string field, string? text, FieldProblemCollector problems)
    {
        if (Prose.LineOrNull(text) is not { } stated || stated is "-" or "–") return null;
        if (int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        problems.Add(field, stated, "no count");
        return null;
    }

    [GeneratedRegex(@"/papers/(?<id>[0-9]{4}\.[0-9]{4,5})(?:[/?#]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PaperPattern();

    [GeneratedRegex(@"\b(?<count>[0-9]{1,5})\s+authors?\b", RegexOptions.CultureInvariant)]
    private static partial Regex AuthorsPattern();
}
