using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.SemanticScholar;

/// <summary>
/// Papers of Semantic Scholar, in the names of its API or in those of its datasets, and the papers at the ends of citations. That one
/// cites the other, fields of study and identifiers of authors have no place in <see cref="ListedPaper"/> yet.
/// </summary>
internal sealed class SemanticScholarReader() : JsonRecordReader("data")
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.SemanticScholar,
        Description = "Papers of Semantic Scholar: answers of its API, the ends of references and citations, its dataset “papers”.",
        ToldBy = "objects with “paperId”, “citedPaper” or “citingPaper”, or with “corpusid” and “title”; “data” beside “offset”",
        Refuses = "its authors, venues and other datasets; papers without a title; references that the publisher hides",
        Example = "curl -s 'https://api.semanticscholar.org/graph/v1/paper/search?query=maps&fields=title,abstract,externalIds,authors,"
            + "publicationDate' | papergraph import -",
    };

    protected override string NoRecord => "no paper of Semantic Scholar: it has no title, or no id";

    protected override bool Accepts(JsonShape shape) =>
        shape.HasAny("paperId", "citedPaper", "citingPaper") || shape.Has("corpusid", "title") || shape.Has("total", "offset")
        || shape.Has("offset", "data") || shape.Has("data", "citingPaperInfo");

    /// <summary>The answer for an id that is not known, an answer that found nothing, and ends of citations that are not known.</summary>
    protected override bool IsPassedOver(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null) return true;
        if (element.ValueKind != JsonValueKind.Object) return false;
        if (element.TryGetProperty("total", out var total))
            return total.ValueKind == JsonValueKind.Number && !element.TryGetProperty("data", out _);
        return End(element) is { } end
            && (!end.TryGetProperty("paperId", out var id) || id.ValueKind == JsonValueKind.Null);
    }

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Element.TryGetProperty("data", out var hidden) && hidden.ValueKind == JsonValueKind.Null)
        {
            problems.AddWhole(
                "", "The publisher hides the references of this paper.", "Nothing can be read; it does not mean that it has none.");
            return null;
        }
        var paper = End(row.Element) is { } end ? row.Of(end) : row;
        if (paper.Find("paperId", "corpusId", "corpusid") is null || paper.Line("title") is not { } title) return null;

        var ids = paper.Object("externalIds", "externalids");
        var authors = paper
            .Names("authors", author => author.ValueKind == JsonValueKind.Object ? paper.Of(author).Line("name") : null)
            .ToList();
        return new ListedPaper
        {
            Title = title,
            Abstract = Prose.ParagraphsOrNull(paper.Text("abstract")),
            ArxivId = ids?.Arxiv("ArXiv"),
            Doi = ids?.Doi("DOI"),
            Url = paper.Text("url"),
            PublishedOn = paper.Day("publicationDate", "publicationdate"),
            AuthorNames = authors,
            AuthorCount = authors.Count > 0 ? authors.Count : null,
            Rank = 0,
        };
    }

    /// <summary>The paper at the end of a citation; null where the row is no citation.</summary>
    private static JsonElement? End(JsonElement row) =>
        (row.TryGetProperty("citedPaper", out var end) || row.TryGetProperty("citingPaper", out end))
        && end.ValueKind == JsonValueKind.Object
            ? end
            : null;
}
