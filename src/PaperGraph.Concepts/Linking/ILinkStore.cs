namespace PaperGraph.Concepts.Linking;

/// <summary>What is stored of the links of all papers, of which an update reads some. What is not there is not told.</summary>
public interface ILinkStore
{
    /// <summary>Which papers have some features, given by their numbers; all parts of each.</summary>
    Task<IReadOnlyList<StoredPostings>> ReadPostingsAsync(IReadOnlyCollection<long> features, CancellationToken cancellationToken);

    /// <summary>What some papers are compared by.</summary>
    Task<IReadOnlyList<(long PaperId, PaperFeatures Features)>> ReadFeaturesAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken);

    /// <summary>Of those of some papers whose lists are full the score of the last that is related.</summary>
    Task<IReadOnlyList<(long PaperId, float Floor)>> ReadFloorsAsync(
        IReadOnlyCollection<long> papers, CancellationToken cancellationToken);

    /// <summary>The lists of some papers.</summary>
    Task<IReadOnlyList<StoredLinks>> ReadLinksAsync(IReadOnlyCollection<long> papers, CancellationToken cancellationToken);

    /// <summary>What is known of some concepts, given by their ids.</summary>
    Task<LinkFeatureLookup> ReadConceptsAsync(IReadOnlyCollection<long> concepts, CancellationToken cancellationToken);
}

/// <summary>The list of a paper, as it is stored: the related papers, the best first, and their scores.</summary>
/// <param name="Levels">See <see cref="PaperLinks.Levels"/>.</param>
public sealed record StoredLinks(long PaperId, long[] Related, float[] Scores, byte[] Levels)
{
    public static StoredLinks From(PaperLinks links) => new(
        links.PaperId,
        [.. links.Related.Select(related => related.PaperId)],
        [.. links.Related.Select(related => related.Score)],
        links.Levels);
}
