using System.Globalization;
using System.Xml.Linq;

namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>
/// The papers that arXiv's API finds, in the order in which they were submitted
/// (https://info.arxiv.org/help/api/user-manual.html).
/// </summary>
internal sealed class ArxivQueryWalk(Uri service, string query) : ApiWalk
{
    private const int PageSize = 200;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public override Uri First => From(0);

    protected override string Question => $"papers of {service} by {query}";

    protected override string Format => "an Atom feed";

    /// <summary>A query for papers that were submitted since a day.</summary>
    public static string Since(string query, DateOnly? since) => since is { } day
        ? $"({query}) AND submittedDate:[{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}0000 TO 999912312359]"
        : query;

    protected override WalkPage ReadAnswer(Uri address, string? restart, Stream answer)
    {
        var feed = ReadXml(answer);
        if (feed.Name != Atom + "feed") return WalkPage.Unusable($"it is <{feed.Name.LocalName}>");
        var entries = feed.Elements(Atom + "entry").ToList();
        if (entries is [var only] && only.Element(Atom + "id")?.Value.Contains("/api/errors", StringComparison.Ordinal) == true)
            return WalkPage.Refused(only.Element(Atom + "summary")?.Value.Trim() ?? "");

        var start = int.Parse(Parameter(address, "start")!, CultureInfo.InvariantCulture);
        _ = int.TryParse(feed.Element(OpenSearch + "totalResults")?.Value, CultureInfo.InvariantCulture, out var total);

        // In the middle of a search it gives pages without entries now and then, and the whole ones when it is asked again.
        if (entries.Count == 0 && start < total) return WalkPage.Unusable($"it holds none of the {total} papers from {start} on");
        var next = start + entries.Count;
        return new WalkPage { Next = entries.Count > 0 && next < total ? From(next) : null };
    }

    private Uri From(int start) => Address(
        service,
        "/api/query",
        ("search_query", query),
        ("sortBy", "submittedDate"),
        ("sortOrder", "ascending"),
        ("start", start.ToString(CultureInfo.InvariantCulture)),
        ("max_results", PageSize.ToString(CultureInfo.InvariantCulture)));
}
