namespace PaperGraph.Data.Links;

/// <summary>The links of one paper, to be stored as a <see cref="RelatedPaperList"/>.</summary>
public sealed record LinkedPaper(long PaperId, byte[] Levels, long[] RelatedIds, float[] Scores);

/// <summary>The features of one paper, to be stored as <see cref="StoredFeatures"/>.</summary>
public sealed record FeaturesRow(
    long PaperId, long MadeOf, byte[] Packed, long[] ConceptIds, long[] OrganizationIds, long[] RepositoryIds);

/// <summary>A paper of which something that it is linked by has changed.</summary>
/// <param name="Stored">What it was linked by; null where it was never linked, or by another version.</param>
/// <param name="IsThere">Whether there is such a paper.</param>
/// <param name="IsStale">Whether it is linked by something else now.</param>
public sealed record UnlinkedRow(long PaperId, FeaturesRow? Stored, bool IsThere, bool IsStale);

/// <summary>How many papers there were when all were linked last, and how many have come or gone since.</summary>
public sealed record LinkCountRow(int Papers, int Turnover);

/// <summary>A part of the postings of a feature, to be stored as <see cref="LinkPostings"/>.</summary>
public sealed record PostingsRow(long Feature, int Part, byte Level, byte[] Packed);
