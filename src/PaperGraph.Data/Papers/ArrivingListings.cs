using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Listings that are about to be stored, beside those that are. One that states what a stored one of the same source states already is no
/// listing of its own: that one was seen again.
/// </summary>
internal sealed class ArrivingListings
{
    private readonly DateTimeOffset importedAt;
    private readonly Dictionary<(long PageId, int Rank), KeyedListing> arriving = [];
    private readonly Dictionary<(long PageId, int Rank), (long PageId, int Rank)> represented = [];
    private readonly Dictionary<(long PageId, int Rank), RepeatedListing> repeated = [];
    private readonly HashSet<(long PageId, int Rank)> otherwise = [];

    /// <param name="pages">The source of each page, and when it was first imported.</param>
    public ArrivingListings(
        IEnumerable<PageListing> listings,
        IReadOnlyDictionary<long, (string Source, DateTimeOffset ImportedAt)> pages,
        DateTimeOffset importedAt)
    {
        this.importedAt = Stored(importedAt)!.Value;
        foreach (var listing in listings)
        {
            var (source, pageImportedAt) = pages[listing.PageId];
            var keyed = new KeyedListing(null, null, source, KeyedListing.GetTitleKey(listing.Paper), listing)
            {
                Seen = Stated(listing, ListingDigest.For(source, listing.Paper), pageImportedAt),
                ImportedAt = pageImportedAt,
            };
            arriving[keyed.Place] = arriving.TryGetValue(keyed.Place, out var other) && other.Seen.Digest == keyed.Seen.Digest
                ? keyed with { Seen = keyed.Seen.With(other.Seen) }
                : keyed;
        }
    }

    public IReadOnlyCollection<KeyedListing> All => arriving.Values;

    /// <summary>Leaves out listings that change nothing.</summary>
    public void LeaveOut(IEnumerable<RepeatedListing> listings)
    {
        foreach (var listing in listings)
            if (arriving.Remove(listing.Place)) repeated.Add(listing.Place, listing);
    }

    /// <summary>The listing that says what the one at this place says, which was left out; null where it was not.</summary>
    public RepeatedListing? Repeated((long PageId, int Rank) place) => repeated.GetValueOrDefault(place);

    /// <summary>All listings that there will be, of those that are stored and those that arrive.</summary>
    public List<KeyedListing> MergedWith(IReadOnlyList<KeyedListing> stored)
    {
        var all = new List<KeyedListing>(stored.Count + arriving.Count);
        var same = new Dictionary<(string Source, long Digest), int>();
        var restated = new Dictionary<(long PageId, int Rank), KeyedListing>();
        var known = new HashSet<(long PageId, int Rank)>();
        foreach (var listing in stored)
        {
            if (!arriving.TryGetValue(listing.Place, out var again)) Add(listing);
            else if (again.Seen.Digest == listing.Seen.Digest) Add(Replacing(listing, again));
            else restated.Add(listing.Place, listing);
            known.Add(listing.Place);
        }
        foreach (var (place, listing) in arriving)
        {
            var former = restated.GetValueOrDefault(place);
            if (former is null && known.Contains(place)) continue;
            var isRepeat = same.TryGetValue((listing.Source, listing.Seen.Digest), out var index);
            // The list of another day may say the same.
            if (former is not null || !isRepeat && listing.Paper.ListedOn is null) otherwise.Add(place);
            if (!isRepeat)
            {
                Add(former is null ? listing : Replacing(former, listing));
                continue;
            }
            var seen = all[index].Seen;
            represented[place] = all[index].Place;
            if (listing.Seen.IsStated || seen.IsStated) all[index] = all[index] with { Seen = seen.With(listing.Seen) };
            // What one page says twice, it said once.
            else if (place.PageId != all[index].Place.PageId)
                all[index] = all[index] with { Seen = seen.SeenAgain(importedAt) };
        }
        return all;

        void Add(KeyedListing listing)
        {
            same.TryAdd((listing.Source, listing.Seen.Digest), all.Count);
            all.Add(listing);
        }
    }

    /// <summary>The place under which a listing is stored that was to be stored at this one.</summary>
    public (long PageId, int Rank) StoredAt((long PageId, int Rank) place) => represented.GetValueOrDefault(place, place);

    /// <summary>Whether the listing at this place says what no stored one of its source says.</summary>
    public bool IsOtherwise((long PageId, int Rank) place) => otherwise.Contains(place);

    private static Observation Stated(PageListing listing, long digest, DateTimeOffset pageImportedAt)
    {
        var paper = listing.Paper;
        if (paper is { ObservedAt: null, ListedOn: null } && listing.Written is { } written)
            return new Observation(written.First, written.Last, IsStated: true, digest);
        var at = Stored(paper.ObservedAt) ?? UtcDay.StartOf(paper.ListedOn) ?? pageImportedAt;
        return new Observation(at, at, IsStated: paper.ObservedAt is not null, digest);
    }

    /// <summary>A time as the database keeps it: which of two is later must not depend on whether they are stored.</summary>
    private static DateTimeOffset? Stored(DateTimeOffset? time) =>
        time is { } known ? new DateTimeOffset(known.UtcTicks - known.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero) : null;

    private static KeyedListing Replacing(KeyedListing stored, KeyedListing again) =>
        again with { Id = stored.Id, PaperId = stored.PaperId, Seen = Again(stored.Seen, again) };

    /// <summary>What stands at a place that was read again was seen when it was read first, unless its source states when.</summary>
    private static Observation Again(Observation stored, KeyedListing listing)
    {
        var again = listing.Seen;
        if (!stored.IsStated && !again.IsStated) return stored with { Digest = again.Digest };
        return listing.Listing.IsSeenAgain && stored.Digest == again.Digest ? again.With(stored) : again;
    }
}
