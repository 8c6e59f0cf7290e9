using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.Arxiv;

/// <summary>
/// An entry of the feeds in which arXiv announces what is new each day (https://info.arxiv.org/help/rss.html), in RSS or in Atom. Their
/// dates are those of the announcement, which may be of a later version, and not the paper's.
/// </summary>
internal static partial class ArxivAnnouncement
{
    public static bool IsOne(XElement entry) =>
        entry.Name.LocalName == "item" || (Text(entry, "summary") is { } summary && HeadPattern().IsMatch(summary));

    public static ListedPaper? Read(XElement entry, FieldProblemCollector problems)
    {
        if (ArxivText.Id("id", Text(entry, "id", "guid", "link"), problems) is not { } id) return null;
        if (InlineMarkup.Line(IdPattern().Replace(Text(entry, "title") ?? "", "")) is not { } title)
        {
            problems.Add("title", id, "missing, and without it there is no paper");
            return null;
        }
        var authors = ArxivAuthors.Split(InlineMarkup.Line(Text(entry, "creator")) ?? "");
        return new ListedPaper
        {
            Title = title,
            Abstract = InlineMarkup.Paragraphs(HeadPattern().Replace(Text(entry, "summary", "description") ?? "", "")),
            ArxivId = id,
            Url = ArxivText.Address(id),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            ObservedAt = UtcDay.StartOf(StatedTime.Day(Text(entry, "published", "pubDate") ?? "")),
            Details = new PaperDetails
            {
                Categories = ArxivCategories.Parse(
                    "category",
                    entry.Elements().Where(child => child.Name.LocalName == "category")
                        .Select(category => category.Attribute("term")?.Value ?? category.Value),
                    problems),
            },
            Rank = 0,
        };
    }

    private static string? Text(XElement entry, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Prose.LineOrNull(OaiMetadata.Child(entry, name)?.Value) is not null) return OaiMetadata.Child(entry, name)!.Value;
        return null;
    }

    /// <summary>What stands before the abstract: <c>arXiv:2511.00002v1 Announce Type: new Abstract:</c>.</summary>
    [GeneratedRegex(@"^\s*arXiv:\S+\s+Announce\s+Type:\s*\S+\s+Abstract:\s*", RegexOptions.CultureInvariant)]
    private static partial Regex HeadPattern();

    /// <summary>What stood behind titles until 2024: <c>(arXiv:2311.00002v1 [cs.CL])</c>.</summary>
    [GeneratedRegex(@"\.?\s*\(arXiv:[^()]*\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
