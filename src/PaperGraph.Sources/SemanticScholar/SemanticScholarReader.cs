using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.SemanticScholar;

/// <summary>
/// Papers of Semantic Scholar, in the names of its API or in those of its datasets, with what they cite and what cites them where that was
/// asked for; the papers at the ends of citations, whose answers do not say of which paper they are; and what its datasets state of papers
/// that another dataset describes. Fields of study are passed over.
/// </summary>
internal sealed class SemanticScholarReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.SemanticScholar,
        Description = "Papers of Semantic Scholar: answers of its API, the ends of references and citations, its datasets “papers”, "
            + "“abstracts” and “citations”.",
        ToldBy = "objects with “paperId”, “citedPaper” or “citingPaper”, with “corpusid” and “title” or “abstract”, or with "
            + "“citingcorpusid”; “data” beside “offset”",
        Refuses = "its authors, venues and other datasets; papers without a title; references that the publisher hides",
        Example = "curl -s 'https://api.semanticscholar.org/graph/v1/paper/search?query=maps&fields=title,abstract,externalIds,authors,"
            + "publicationDate' | papergraph import -",
    };

    /// <summary>They are numbers.</summary>
    private const int MaxAuthorId = 20;

    protected override string NoRecord => "no paper of Semantic Scholar: it has no title, or no id";

    protected override bool Accepts(JsonShape shape) =>
        shape.HasAny("paperId", "citedPaper", "citingPaper", "recommendedPapers") || shape.Has("corpusid", "title")
        || SemanticScholarAdditions.AreIn(shape)
        || shape.Has("total", "offset") || shape.Has("total", "token", "data") || shape.Has("offset", "data")
        || shape.Has("data", "citingPaperInfo");

    /// <summary>The answer for an id that is not known, an answer that found nothing, and ends of citations that are not known.</summary>
    protected override bool IsPassedOver(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Null) return true;
        if (element.ValueKind != JsonValueKind.Object) return false;
        if (SemanticScholarAdditions.IsEmpty(element)) return true;
        if (element.TryGetProperty("total", out var total))
            return total.ValueKind == JsonValueKind.Number && !element.TryGetProperty("data", out _);
        return End(element) is { } end
            && (!end.TryGetProperty("paperId", out var id) || id.ValueKind == JsonValueKind.Null);
    }

    protected override StatedAddition? ReadAddition(JsonFields row, FieldProblemCollector problems) =>
        SemanticScholarAdditions.Read(row, problems);

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
        var authors = new List<StatedAuthor>();
        var names = paper.Names("authors", element =>
        {
            if (element.ValueKind != JsonValueKind.Object || paper.Of(element) is not { } author) return null;
            if (author.Line("name") is not { } name) return null;
            authors.Add(new StatedAuthor
            {
                Name = name,
                SemanticScholarId = author.Id("authorId") is { Length: <= MaxAuthorId } id ? id : null,
                Orcid = Orcid(author),
                Institutions = [.. Affiliations(author)],
            });
            return name;
        }).ToList();
        return new ListedPaper
        {
            Title = title,
            Abstract = Prose.ParagraphsOrNull(paper.Text("abstract")),
            ArxivId = ids?.Arxiv("ArXiv"),
            Doi = ids?.Doi("DOI"),
            Url = paper.Text("url"),
            PublishedOn = paper.Day("publicationDate", "publicationdate"),
            AuthorNames = names,
            AuthorCount = names.Count > 0 ? names.Count : null,
            SemanticScholarId = PaperId(paper),
            Details = new PaperDetails
            {
                CitationCount = paper.Count("citationCount", "citationcount"),
                References = [.. SemanticScholarWorks.Read(paper, "references")],
                CitedBy = [.. SemanticScholarWorks.Read(paper, "citations")],
                Authors = authors,
                Ids = CatalogueIds(ids),
            },
            Rank = 0,
        };
    }

    /// <summary>The ids in catalogues among the external ids of a work; null where there are none.</summary>
    public static StatedCatalogueIds? CatalogueIds(JsonFields? ids) =>
        ids is null ? null : StatedCatalogueIds.From(kind => ids.CatalogueId(kind, CatalogueName(kind)));

    /// <summary>What the source calls a catalogue.</summary>
    private static string CatalogueName(CatalogueIdKind kind) => kind switch
    {
        CatalogueIdKind.Mag => "MAG",
        CatalogueIdKind.Pmid => "PubMed",
        CatalogueIdKind.Pmcid => "PubMedCentral",
        CatalogueIdKind.Acl => "ACL",
        _ => "DBLP",
    };

    /// <summary>Institutions are told by names alone.</summary>
    private static IEnumerable<StatedInstitution> Affiliations(JsonFields author)
    {
        const string Field = "affiliations";
        foreach (var element in author.List(Field))
            if (Prose.LineOrNull(author.Text(Field, element)) is { } name) yield return new StatedInstitution { Name = name };
    }

    private static string? Orcid(JsonFields author) => author.Object("externalIds", "externalids")?.Orcid("ORCID");

    /// <summary>Datasets have the number of a paper in their corpus alone, which the API takes with the word before it.</summary>
    private static string? PaperId(JsonFields paper) =>
        paper.Text("paperId") is { } id ? (id.Length <= TextLimits.ArxivId ? id : null)
        : paper.Id("corpusId", "corpusid") is { Length: <= 20 } corpus ? $"corpusid:{corpus}"
        : null;

    /// <summary>The paper at the end of a citation; null where the row is no citation.</summary>
    private static JsonElement? End(JsonElement row) =>
        (row.TryGetProperty("citedPaper", out var end) || row.TryGetProperty("citingPaper", out end))
        && end.ValueKind == JsonValueKind.Object
            ? end
            : null;
}
