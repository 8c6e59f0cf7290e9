using System.Globalization;
using System.Xml.Linq;

namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>
/// The papers of a category that are new or changed since a day, by OAI-PMH (https://info.arxiv.org/help/oa/index.html). The server skips
/// as many records as it has given, in the order of their changes: one that changes meanwhile moves to the end, and another slips past. So
/// days of late, in which papers change, are asked for one by one, and earlier ones by the month.
/// </summary>
/// <param name="today">The last day that is asked for.</param>
internal sealed class ArxivHarvestWalk(Uri service, string category, DateOnly? since, DateOnly today) : ApiWalk
{
    private const int DaysOfLate = 62;
    private const int DaysOfBefore = 30;

    private static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";

    // Archives that are sets within physics; the others are sets of their own (https://oaipmh.arxiv.org/oai?verb=ListSets).
    private static readonly string[] OfPhysics =
    [
        "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics",
        "quant-ph",
    ];

    public override Uri First => Window(since);

    protected override string Question => $"records of {service} in {category} since {(since is { } day ? Text(day) : "ever")}";

    protected override string Format => "an answer of OAI-PMH";

    /// <summary>The set of a category as arXiv prints it: <c>cs:cs:CL</c> of cs.CL, <c>physics:hep-th</c> of hep-th.</summary>
    public static string SetOf(string category)
    {
        var dot = category.IndexOf('.', StringComparison.Ordinal);
        var archive = dot < 0 ? category : category[..dot];
        var group = OfPhysics.Contains(archive) ? "physics" : archive;
        if (dot >= 0) return $"{group}:{archive}:{category[(dot + 1)..]}";
        return group == archive && archive != "physics" ? archive : $"{group}:{archive}";
    }

    protected override WalkPage ReadAnswer(Uri address, string? restart, Stream answer)
    {
        var root = ReadXml(answer);
        if (root.Name != Oai + "OAI-PMH") return WalkPage.Unusable($"it is <{root.Name.LocalName}>");
        var window = Parameter(address, "resumptionToken") is null ? address : new Uri(restart!);
        if (root.Element(Oai + "error") is { } error)
        {
            var words = $"{error.Attribute("code")?.Value}: {error.Value.Trim()}";
            return error.Attribute("code")?.Value switch
            {
                "noRecordsMatch" => new WalkPage { Next = NextWindow(window) },
                "badResumptionToken" => WalkPage.Forgotten(words),
                _ => WalkPage.Refused(words),
            };
        }
        if (root.Element(Oai + "ListRecords") is not { } records) return WalkPage.Unusable("it has no <ListRecords>");
        if (records.Element(Oai + "resumptionToken")?.Value.Trim() is not { Length: > 0 } token)
            return new WalkPage { Next = NextWindow(window) };

        var last = records.Elements(Oai + "record")
            .Select(record => record.Element(Oai + "header")?.Element(Oai + "datestamp")?.Value.Trim())
            .OfType<string>().Where(stamp => Day(stamp) is not null).Max(StringComparer.Ordinal);
        return new WalkPage
        {
            Next = Address(service, "", ("verb", "ListRecords"), ("resumptionToken", token)),
            Restart = Of(last?[..10] ?? Parameter(window, "from"), Parameter(window, "until")).AbsoluteUri,
        };
    }

    /// <summary>The window behind one.</summary>
    private Uri? NextWindow(Uri window) => Parameter(window, "until") is { } until && Day(until) is { } day && day < today
        ? Window(day.AddDays(1))
        : null;

    private Uri Window(DateOnly? from)
    {
        if (from is not { } first) return Of(null, null);
        var until = first.AddDays(first.AddDays(DaysOfLate) < today ? DaysOfBefore - 1 : 0);
        return Of(Text(first), Text(until));
    }

    private Uri Of(string? from, string? until) => Address(
        service, "", ("verb", "ListRecords"), ("metadataPrefix", "arXivRaw"), ("set", SetOf(category)), ("from", from), ("until", until));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string stamp) =>
        stamp.Length >= 10
        && DateOnly.TryParseExact(stamp[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
