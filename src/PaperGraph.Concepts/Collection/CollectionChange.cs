namespace PaperGraph.Concepts.Collection;

/// <summary>A paper whose names are not those that were counted in the collection.</summary>
/// <param name="Counted">As it was counted; null where it was not.</param>
/// <param name="Names">As it is; null where it is gone.</param>
public sealed record ChangedPaper(long PaperId, CountedPaper? Counted, PaperNames? Names);

/// <summary>What becomes of a collection when some of its papers change: all that is to be stored, and nothing that stays.</summary>
/// <param name="Records">
/// Keys with their records; null where nothing is known of the key any more. Those of <see cref="RecountedPaper.Records"/> come beside.
/// </param>
/// <param name="Concepts">The concepts that have changed.</param>
/// <param name="Papers">The papers of which something else is to be stored, in the order of their ids.</param>
public sealed record CollectionChange(
    IReadOnlyList<(string Key, StoredRecord? Record)> Records,
    IReadOnlyList<ChangedConcept> Concepts,
    IReadOnlyList<RecountedPaper> Papers);

/// <param name="KeyBefore">The key that it had as a concept; null where it was none.</param>
/// <param name="Concept">The concept that it is; null where it is none any more.</param>
/// <param name="PapersAbout">Papers in which it weighs something.</param>
public sealed record ChangedConcept(string? KeyBefore, Concept? Concept, int PapersAbout);

/// <param name="Resolved">What its names mean, and what it is about.</param>
/// <param name="Meanings">See <see cref="CountedPaper.PackMeanings"/>.</param>
/// <param name="Records">Those of keys of which nothing but this paper tells, where all papers were counted.</param>
public sealed record RecountedPaper(ResolvedPaper Resolved, byte[] Meanings, IReadOnlyList<StoredRecord> Records);
