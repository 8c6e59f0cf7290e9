using PaperGraph.Data.Listings;

namespace PaperGraph.Data.Papers;

/// <summary>The listings of one paper, in groups of those that are believed alike, the most believed first.</summary>
internal sealed class ListingsByTrust(IEnumerable<StatedPaper> listings)
{
    private readonly List<ListedPaper[]> byTrust =
    [
        .. listings
            .GroupBy(l => (Rank: SourceRank.For(l.Source), l.Listing.ListedOn), l => l.Listing)
            .OrderByDescending(group => group.Key.Rank)
            .ThenByDescending(group => group.Key.ListedOn ?? DateOnly.MinValue)
            .Select(group => group.ToArray()),
    ];

    public IEnumerable<ListedPaper> All => byTrust.SelectMany(group => group);

    /// <summary>The most believed value; of several believed alike, the first in <paramref name="order"/>.</summary>
    public TValue? Value<TValue>(Func<ListedPaper, TValue?> value, IComparer<TValue?>? order = null)
    {
        foreach (var group in byTrust)
        {
            var known = group.Select(value).OfType<TValue>().ToArray();
            if (known.Length > 0) return known.Min(order);
        }
        return default;
    }
}
