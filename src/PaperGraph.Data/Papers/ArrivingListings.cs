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

    /// <param name="sourceOf">The source of each page.</param>
    public ArrivingListings(
        IEnumerable<PageListing> listings, IReadOnlyDictionary<long, string> sourceOf, DateTimeOffset importedAt)
    {
        this.importedAt = importedAt.ToUniversalTime();
        foreach (var listing in listings)
        {
            var source = sourceOf[listing.PageId];
            var keyed = new KeyedListing(null, null, source, KeyedListing.GetTitleKey(listing.Paper), listing)
            {
                Seen = Stated(listing.Paper, ListingDigest.For(source, listing.Paper)),
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
        var lists = new HashSet<(string Source, DateOnly Day, string Key)>();
        foreach (var listing in stored)
        {
            var isAgain = arriving.TryGetValue(listing.Place, out var again);
            if (isAgain && again!.Seen.Digest != listing.Seen.Digest) otherwise.Add(listing.Place);
            Add(isAgain ? again! with { Id = listing.Id, PaperId = listing.PaperId, Seen = Again(listing.Seen, again!) } : listing);
        }
        var known = stored.Select(listing => listing.Place).ToHashSet();
        foreach (var (place, listing) in arriving)
        {
            if (known.Contains(place)) continue;
            if (same.TryGetValue((listing.Source, listing.Seen.Digest), out var index))
            {
                var seen = all[index].Seen;
                represented[place] = all[index].Place;
                if (listing.Seen.IsStated || seen.IsStated) all[index] = all[index] with { Seen = seen.With(listing.Seen) };
                // What one page says twice, it said once.
                else if (place.PageId != all[index].Place.PageId)
                    all[index] = all[index] with { Seen = seen with { LastAt = Later(seen) } };
            }
            else
            {
                // The list of another day may say the same.
                if (listing.Paper.ListedOn is null) otherwise.Add(place);
                Add(IsListedOtherwise(listing)
                    ? listing with { Seen = listing.Seen with { At = importedAt, LastAt = importedAt } }
                    : listing);
            }
        }
        return all;

        void Add(KeyedListing listing)
        {
            same.TryAdd((listing.Source, listing.Seen.Digest), all.Count);
            if (listing.Paper.ListedOn is { } day)
                foreach (var (_, key) in listing.Keys) lists.Add((listing.Source, day, key));
            all.Add(listing);
        }

        bool IsListedOtherwise(KeyedListing listing) =>
            !listing.Seen.IsStated && listing.Paper.ListedOn is { } day
            && listing.Keys.Any(key => lists.Contains((listing.Source, day, key.Key)));
    }

    /// <summary>The place under which a listing is stored that was to be stored at this one.</summary>
    public (long PageId, int Rank) StoredAt((long PageId, int Rank) place) => represented.GetValueOrDefault(place, place);

    /// <summary>Whether the listing at this place says what no stored one of its source says.</summary>
    public bool IsOtherwise((long PageId, int Rank) place) => otherwise.Contains(place);

    private Observation Stated(ListedPaper paper, long digest)
    {
        var at = Stored(paper.ObservedAt) ?? UtcDay.StartOf(paper.ListedOn) ?? importedAt;
        return new Observation(at, at, IsStated: paper.ObservedAt is not null, digest);
    }

    /// <summary>A time as the database keeps it: which of two is later must not depend on whether they are stored.</summary>
    private static DateTimeOffset? Stored(DateTimeOffset? time) =>
        time is { } known ? new DateTimeOffset(known.UtcTicks - known.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero) : null;

    /// <summary>What stands at a place that was read again was seen when it was read first, unless its source states when.</summary>
    private static Observation Again(Observation stored, KeyedListing listing)
    {
        var again = listing.Seen;
        if (!stored.IsStated && !again.IsStated) return stored with { Digest = again.Digest };
        return listing.Listing.IsSeenAgain && stored.Digest == again.Digest ? again.With(stored) : again;
    }

    /// <summary>The time of the import; a moment after what it repeats where that is of the same.</summary>
    private DateTimeOffset Later(Observation seen)
    {
        var again = importedAt > seen.At ? importedAt : seen.At.AddMicroseconds(1);
        return again > seen.LastAt ? again : seen.LastAt;
    }
}
