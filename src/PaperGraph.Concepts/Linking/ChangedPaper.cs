namespace PaperGraph.Concepts.Linking;

/// <summary>A paper that is new, gone, or compared by something else than before.</summary>
/// <param name="Before">What it was compared by when links were stored last; null for one that is new.</param>
/// <param name="Now">Null for one that is gone.</param>
public sealed record ChangedPaper(long Id, PaperFeatures? Before, PaperFeatures? Now);

/// <summary>What an update has to store in the place of what there is.</summary>
/// <param name="Links">The lists that are others than they were. Those of papers that are gone go besides.</param>
/// <param name="Postings">Parts of postings, likewise.</param>
public sealed record LinkChanges(IReadOnlyList<StoredLinks> Links, IReadOnlyList<StoredPostings> Postings);
