namespace PaperGraph.Data.Papers;

/// <summary>A listing that says what a stored one of its source says already, so that nothing is written of it.</summary>
/// <param name="Place">Its own place.</param>
/// <param name="StoredAt">The place of the stored one.</param>
internal sealed record RepeatedListing((long PageId, int Rank) Place, (long PageId, int Rank) StoredAt, PlacedListing Stored);
