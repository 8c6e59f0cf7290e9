using PaperGraph.Data.Listings;
using PaperGraph.Model.Stated;

namespace PaperGraph.Data.Papers;

/// <summary>What the listings of a paper state beside its texts, counts and days, and what follows from it.</summary>
internal static class MergedDetails
{
    /// <summary>
    /// The details of listings that state any, the most believed first, by source and observation as all fields are, then what sorts first.
    /// </summary>
    public static IReadOnlyList<(string Source, PaperDetails Details)> ByTrust(IEnumerable<KeyedListing> listings) =>
    [
        .. listings.Where(listing => listing.Paper.Details is not null)
            .OrderByDescending(listing => SourceRank.For(listing.Source))
            .ThenByDescending(listing => listing.Recency)
            .ThenBy(listing => DetailsJson.Write(listing.Paper.Details), StringComparer.Ordinal)
            .Select(listing => (listing.Source, listing.Paper.Details!)),
    ];

    /// <summary>
    /// What the paper cites: of each record of a source, what its latest observation states that states any. What earlier ones state
    /// beside that was taken back.
    /// </summary>
    public static IEnumerable<(StatedWork Work, string Source)> References(IEnumerable<KeyedListing> listings)
    {
        var latest = listings.Where(listing => listing.Paper.Details is { References.Count: > 0 })
            .GroupBy(listing => (listing.Source, listing.Paper.OpenAlexId, listing.Paper.SemanticScholarId))
            .SelectMany(record => record.GroupBy(listing => listing.SeenAt).MaxBy(time => time.Key ?? DateTimeOffset.MinValue)!);
        return ByTrust(latest).SelectMany(one => one.Details.References.Select(work => (work, one.Source)));
    }

    /// <summary>The categories of the best source that states any; the one that the paper was submitted to comes first.</summary>
    public static IReadOnlyList<MergedCategory> Categories(IReadOnlyList<(string Source, PaperDetails Details)> details)
    {
        var (source, best) = details.FirstOrDefault(one => one.Details.Categories.Count > 0 || one.Details.PrimaryCategory is not null);
        if (best is null) return [];
        var primary = best.PrimaryCategory;
        var others = best.Categories.Where(category => category != primary).Distinct(StringComparer.Ordinal);
        return primary is null
            ? [.. others.Select((code, i) => new MergedCategory(code, i + 1, source))]
            : [new(primary, 0, source), .. others.Select((code, i) => new MergedCategory(code, i + 1, source))];
    }

    /// <summary>
    /// The versions that any source states. What a source says of the first is true later on, too: of each version the day and whether it
    /// was withdrawn are what the best source says that knows it.
    /// </summary>
    public static IReadOnlyList<MergedVersion> Versions(IReadOnlyList<(string Source, PaperDetails Details)> details) =>
    [
        .. details
            .SelectMany(one => one.Details.Versions.Select(version => (one.Source, Version: version)))
            .GroupBy(one => one.Version.Number)
            .OrderBy(group => group.Key)
            .Select(group => new MergedVersion(
                group.Key,
                group.Select(one => one.Version.SubmittedOn).FirstOrDefault(day => day is not null),
                group.Any(one => one.Version.IsWithdrawn),
                group.First().Source)),
    ];
}
