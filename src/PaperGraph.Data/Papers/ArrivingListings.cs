using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Listings that are about to be stored, beside those that are. One that states what a stored one of the same source states already is no
/// listing of its own: that one was seen again.
/// </summary>
internal sealed class ArrivingListings
{
    private readonly Dictionary<(long PageId, int Rank), KeyedListing> arriving = [];
    private readonly Dictionary<(long PageId, int Rank), (long PageId, int Rank)> represented = [];
    private readonly Dictionary<(long PageId, int Rank), RepeatedListing> repeated = [];
    private readonly HashSet<(long PageId, int Rank)> otherwise = [];

    /// <param name="pages">The source of each page, and when it was first imported.</param>
    public ArrivingListings(
        IEnumerable<PageListing> listings,
        IReadOnlyDictionary<long, (string Source, DateTimeOffset ImportedAt)> pages)
    {
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
        var (merged, left) = (new HashSet<(long PageId, int Rank)>(), new HashSet<(long PageId, int Rank)>());
        foreach (var listing in stored)
        {
            if (ReadAgain(listing, merged, left) is { } kept) Add(kept);
            else restated.Add(listing.Place, listing);
        }
        foreach (var (place, listing) in arriving)
        {
            if (merged.Contains(place)) continue;
            var former = restated.GetValueOrDefault(place);
            var isRepeat = same.TryGetValue((listing.Source, listing.Seen.Digest), out var index);
            // The list of another day may say the same.
            if (left.Contains(place) || !isRepeat && listing.Paper.ListedOn is null) otherwise.Add(place);
            if (isRepeat)
            {
                represented[place] = all[index].Place;
                all[index] = AlsoSeen(all[index], listing);
            }
            else
            {
                Add(listing with { Id = former?.Id, PaperId = former?.PaperId });
            }
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

    /// <summary>A stored listing whose places were read again; null where none of them says the same any more.</summary>
    /// <param name="merged">The places that say the same.</param>
    /// <param name="left">The places that said the same before.</param>
    private KeyedListing? ReadAgain(
        KeyedListing stored, HashSet<(long PageId, int Rank)> merged, HashSet<(long PageId, int Rank)> left)
    {
        var kept = stored;
        foreach (var sighting in stored.Sightings.DefaultIfEmpty(stored.OwnSighting))
        {
            if (!arriving.TryGetValue(sighting.Place, out var again)) continue;
            if (again.Seen.Digest != stored.Seen.Digest) left.Add(sighting.Place);
            else if (merged.Add(sighting.Place)) kept = Again(kept, again);
        }
        return left.Count == 0 ? kept : kept.Without(left.Contains);
    }

    private KeyedListing Again(KeyedListing kept, KeyedListing again)
    {
        if (again.Place != kept.Place) represented[again.Place] = kept.Place;
        if (kept.Sightings.Count == 0) return Replacing(kept, again);
        var sightings = kept.Sightings.Select(sighting => sighting.Place != again.Place ? sighting
            : Again(sighting, again.OwnSighting, again.Listing.IsSeenAgain)).ToList();
        var told = again.Place == kept.Place ? again with { Id = kept.Id, PaperId = kept.PaperId, Sightings = kept.Sightings } : kept;
        return sightings.SequenceEqual(kept.Sightings) ? told with { Seen = kept.Seen } : told.ToldBy(sightings);
    }

    /// <summary>What stands at a place that was read again was seen when it was read first, unless its source states when.</summary>
    private static PlaceSighting Again(PlaceSighting stored, PlaceSighting again, bool isSeenAgain) =>
        !stored.IsStated && !again.IsStated ? stored : isSeenAgain ? again.With(stored) : again;

    /// <summary>A listing that another place says, too.</summary>
    private static KeyedListing AlsoSeen(KeyedListing known, KeyedListing also)
    {
        var sightings = known.Sightings.Count > 0 ? known.Sightings : [known.OwnSighting];
        var page = also.Place.PageId;
        if (sightings.FirstOrDefault(sighting => sighting.Place.PageId == page) is { Place.PageId: > 0 } ofPage)
        {
            var with = ofPage.With(also.OwnSighting);
            return with == ofPage ? known : known.ToldBy([.. sightings.Select(sighting => sighting == ofPage ? with : sighting)]);
        }
        // Where what it states tells the time itself, nothing of it changes with the day of its page.
        if (also.Listing.HasOwnTime && known is { Seen.IsStated: true, Sightings.Count: 0 })
            return known with { Seen = known.Seen.With(also.Seen) };
        return known.ToldBy([.. sightings, also.OwnSighting]);
    }

    private static KeyedListing Replacing(KeyedListing stored, KeyedListing again) =>
        again with { Id = stored.Id, PaperId = stored.PaperId, Seen = Again(stored.Seen, again) };

    /// <inheritdoc cref="Again(PlaceSighting, PlaceSighting, bool)"/>
    private static Observation Again(Observation stored, KeyedListing listing)
    {
        var again = listing.Seen;
        return !stored.IsStated && !again.IsStated ? stored : listing.Listing.IsSeenAgain ? again.With(stored) : again;
    }
}
