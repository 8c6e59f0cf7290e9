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
    IReadOnlyList<long> Removed);
