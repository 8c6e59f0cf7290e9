using System.Text.Json;
using PaperGraph.Model;
using PaperGraph.Sources.Json;

namespace PaperGraph.Sources.OpenAlex;

/// <summary>
/// Works of OpenAlex: answers of its API, single works, and the JSON lines of its snapshot. What they state of institutions, topics and
/// citations has no place in <see cref="ListedPaper"/> yet: it comes with the tables of citations and affiliations.
/// </summary>
internal sealed class OpenAlexReader() : JsonRecordReader("results")
{
    public override SourceFormat Format { get; } = new()
    {
        Name = SourceNames.OpenAlex,
        Description = "Works of OpenAlex: answers of api.openalex.org/works, and JSON lines of its snapshot.",
        ToldBy = "objects with “authorships” or “abstract_inverted_index”, or “results” beside “meta”",
        Refuses = "its institutions, authors and topics; works without a title",
        Example = "curl -s 'https://api.openalex.org/works?filter=doi:10.7717/peerj.4375' | papergraph import -",
    };

    protected override string NoRecord => "no work of OpenAlex: it has no “title”, or no “id” of a work";

    protected override bool Accepts(JsonShape shape) =>
        shape.HasAny("authorships", "abstract_inverted_index", "referenced_works") || shape.Has("meta", "results");

    protected override ListedPaper? Read(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Text("id") is not { } id || !IsWork(id)) return null;
        if (row.Line("title", "display_name") is not { } title) return null;

        var authors = row
            .Names("authorships", authorship => authorship.ValueKind == JsonValueKind.Object ? Author(row.Of(authorship)) : null)
            .ToList();
        return new ListedPaper
        {
            Title = title,
            Abstract = InvertedAbstract.Read(row, problems),
            ArxivId = ArxivId(row, problems),
            Doi = row.Doi("doi"),
            Url = Address(row, problems),
            PublishedOn = row.Day("publication_date"),
            AuthorNames = authors,

            // Lists cut authorships at a hundred: there are so many at least, and nobody knows how many.
            AuthorCount = authors.Count is > 0 and not 100 && !IsTruncated(row) ? authors.Count : null,
            Rank = 0,
        };
    }

    private static bool IsWork(string id)
    {
        var key = id[(id.LastIndexOf('/') + 1)..];
        return key is ['W' or 'w', _, ..] && key.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsTruncated(JsonFields row) => row.Find("is_authors_truncated") is (_, { ValueKind: JsonValueKind.True });

    private static string? Author(JsonFields authorship) =>
        authorship.Object("author")?.Line("display_name") ?? authorship.Line("raw_author_name");

    /// <summary>OpenAlex knows no arXiv ids of its own: they stand in the addresses at which it found the work.</summary>
    private static string? ArxivId(JsonFields row, FieldProblemCollector problems) => Locations(row, problems)
        .SelectMany(location => new[] { location.Text("landing_page_url"), location.Text("pdf_url") })
        .OfType<string>()
        .Select(ArxivIds.FromAddress)
        .FirstOrDefault(id => id is not null);

    private static string? Address(JsonFields row, FieldProblemCollector problems) => Locations(row, problems)
        .Select(location => location.Text("landing_page_url")).OfType<string>()
        .FirstOrDefault() is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? address
            : null;

    private static IEnumerable<JsonFields> Locations(JsonFields row, FieldProblemCollector problems)
    {
        if (row.Object("primary_location") is { } primary) yield return primary;
        foreach (var location in row.List("locations"))
        {
            if (location.ValueKind == JsonValueKind.Object) yield return row.Of(location);
            else problems.Add("locations", location, "a list in which one is no object");
        }
    }
}
