namespace PaperGraph.Data.Links;

/// <summary>The links of one paper, to be stored as a <see cref="RelatedPaperList"/>.</summary>
public sealed record LinkedPaper(LinkState State, byte[] Levels, long[] RelatedIds, float[] Scores)
{
    public long PaperId => State.PaperId;
}

/// <summary>What a paper was linked by when it was linked last; see <see cref="RelatedPaperList"/>.</summary>
public readonly record struct LinkState(long PaperId, long Features, long Rarity, float? Floor);

/// <summary>The features of one paper, to be stored as <see cref="StoredFeatures"/>.</summary>
public sealed record FeaturesRow(
    long PaperId, long MadeOf, byte[] Packed, long[] ConceptIds, long[] OrganizationIds, long[] RepositoryIds);
