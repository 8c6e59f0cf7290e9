namespace PaperGraph.Data.Papers;

/// <summary>The ids under which a listing is stored.</summary>
public readonly record struct PlacedListing(long ListingId, long PaperId);

/// <summary>What an upsert of listings has stored.</summary>
/// <param name="Listings">One for each listing that was given, in their order.</param>
/// <param name="ListingsAdded">The number of listings that were not stored before.</param>
/// <param name="Added">The ids of the papers that were added.</param>
/// <param name="Changed">Ids of papers that were there before and are now otherwise.</param>
/// <param name="Removed">Ids of papers that turned out to be others: their listings now belong to those.</param>
public sealed record UpsertedPapers(
    IReadOnlyList<PlacedListing> Listings,
    int ListingsAdded,
    IReadOnlyList<long> Added,
    IReadOnlyList<long> Changed,
    IReadOnlyList<long> Removed)
{
    /// <summary>
    /// Ids of papers of which a listing that was given says otherwise than its source said before, be it of authors or links alone.
    /// </summary>
    public IReadOnlyCollection<long> Restated { get; init; } = [];

    /// <summary>The places of the listings, which need not be those at which they were met.</summary>
    public IReadOnlyList<(long PageId, int Rank)> Places { get; init; } = [];

    /// <summary>Whether the listing of this index says what was stored, so that nothing was written of it.</summary>
    public Func<int, bool> IsRepeated { get; init; } = _ => false;
}
