using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Model.Stated;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>
/// Works and institutions of OpenAlex: answers of its API, single ones, and the JSON lines of its snapshot. Topics of works are passed
/// over.
/// </summary>
internal sealed class OpenAlexReader : JsonRecordReader
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.OpenAlex,
        Description = "Works and institutions of OpenAlex: answers of its API, and JSON lines of its snapshot.",
        ToldBy = "objects with “authorships”, “abstract_inverted_index” or “associated_institutions”, or “results” beside “meta”",
        Refuses = "its authors, sources and topics; works without a title, institutions without a name",
        Example = "curl -s 'https://api.openalex.org/works?filter=doi:10.7717/peerj.4375' | papergraph import -",
    };

    protected override string NoRecord =>
        "no work and no institution of OpenAlex: it has no “title” or “display_name”, or no “id” of such";

    protected override bool Accepts(JsonShape shape) =>
        shape.HasAny("authorships", "abstract_inverted_index", "referenced_works", "associated_institutions", "display_name_acronyms")
        || shape.Has("ror", "lineage") || shape.Has("meta", "results");

    protected override StatedInstitution? ReadInstitution(JsonFields row, FieldProblemCollector problems) =>
        OpenAlexInstitutions.ReadRecord(row, problems);

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Text("id") is not { } id || OpenAlexIds.Parse(id, 'W') is not { } work) return null;
        if (InlineMarkup.Line(row.Text("title", "display_name")) is not { } title) return null;

        var authors = new List<StatedAuthor>();
        var names = row.Names("authorships", authorship =>
        {
            if (authorship.ValueKind != JsonValueKind.Object) return null;
            if (OpenAlexAuthors.Read(row.Of(authorship), problems) is not { } author) return null;
            authors.Add(author);
            return author.Name;
        }).ToList();
        return new ListedPaper
        {
            Title = title,
            Abstract = InvertedAbstract.Read(row, problems),
            ArxivId = ArxivId(row),
            Doi = row.Doi("doi"),
            Url = Address(row),
            PublishedOn = row.Day("publication_date"),
            AuthorNames = names,

            // Lists cut authorships at a hundred: there are so many at least, and nobody knows how many.
            AuthorCount = names.Count is > 0 and not 100 && !IsTruncated(row) ? names.Count : null,
            OpenAlexId = work,
            ObservedAt = UtcDay.StartOf(row.Day("updated_date")),
            Details = new PaperDetails
            {
                CitationCount = row.Count("cited_by_count"),
                IsWithdrawn = row.Flag("is_retracted") == true ? true : null,
                References = [.. References(row, problems)],
                Authors = authors,
                Ids = row.Object("ids") is { } ids ? CatalogueIds(ids) : null,
            },
            Rank = 0,
        };
    }

    private static IEnumerable<StatedWork> References(JsonFields row, FieldProblemCollector problems)
    {
        const string Field = "referenced_works";
        foreach (var reference in row.List(Field))
        {
            if (row.Text(Field, reference) is not { } address) continue;
            if (OpenAlexIds.Parse(address, 'W') is { } id) yield return new StatedWork { OpenAlexId = id };
            else problems.Add(Field, address, "a list in which one is no work");
        }
    }

    /// <summary>The other ids that it gives are those of the record itself.</summary>
    private static StatedCatalogueIds? CatalogueIds(JsonFields ids) => StatedCatalogueIds.From(kind => kind switch
    {
        CatalogueIdKind.Mag => ids.CatalogueId(kind, "mag"),
        CatalogueIdKind.Pmid => ids.CatalogueId(kind, "pmid"),
        CatalogueIdKind.Pmcid => ids.CatalogueId(kind, "pmcid"),
        _ => null,
    });

    private static bool IsTruncated(JsonFields row) => row.Find("is_authors_truncated") is (_, { ValueKind: JsonValueKind.True });

    /// <summary>OpenAlex knows no arXiv ids of its own: they stand in the addresses at which it found the work.</summary>
    private static string? ArxivId(JsonFields row) => Locations(row)
        .SelectMany(location => new[] { location.Text("landing_page_url"), location.Text("pdf_url"), location.Text("url") })
        .Append(row.Object("open_access")?.Text("oa_url"))
        .OfType<string>()
        .Select(ArxivIds.FromAddress)
        .FirstOrDefault(id => id is not null);

    private static string? Address(JsonFields row) => Locations(row)
        .Select(location => location.Text("landing_page_url", "url")).OfType<string>()
        .FirstOrDefault() is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? address
            : null;

    /// <summary>Where the work is to be had: until 2023 venues, with an address alone.</summary>
    private static IEnumerable<JsonFields> Locations(JsonFields row)
    {
        foreach (var field in (string[])["primary_location", "host_venue", "best_oa_location"])
            if (row.Object(field) is { } location) yield return location;
        foreach (var field in (string[])["locations", "alternate_host_venues"])
            foreach (var location in row.Objects(field)) yield return location;
    }
}
