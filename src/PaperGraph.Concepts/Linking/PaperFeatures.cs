namespace PaperGraph.Concepts.Linking;

/// <summary>
/// All that a paper is compared by, as it is stored: made of its text and its concepts once, and read whenever papers are linked or a
/// link is explained. Each feature stands once; the words in ordinal order, the others in the order of their ids.
/// </summary>
/// <param name="Packed">
/// The words, and the strengths of the targets that the other parameters name, see <see cref="PackedFeatures"/>.
/// </param>
public sealed record PaperFeatures(byte[] Packed, long[] Concepts, long[] Organizations, long[] Repositories)
{
    /// <summary>Whether this version of the program can read them.</summary>
    public bool IsReadable => Packed.Length > 0 && Packed[0] == PackedFeatures.Format;

    public static PaperFeatures From(LinkablePaper paper) => From(paper, new LinkOptions());

    internal static PaperFeatures From(LinkablePaper paper, LinkOptions options)
    {
        var features = new PaperVector(options).Create(paper)
            .GroupBy(feature => feature.Feature, FeatureOrder.Instance)
            .Select(same => same.MaxBy(feature => feature.Strength) with
            {
                Covers = [.. same.SelectMany(feature => feature.Covers ?? []).Distinct()],
            })
            .OrderBy(feature => feature.Feature, FeatureOrder.Instance)
            .ToList();
        return new PaperFeatures(
            PackedFeatures.Pack(LinkDigest.Compute(paper.Key), features),
            Ids(FeatureKind.Concept),
            Ids(FeatureKind.Organization),
            Ids(FeatureKind.Repository));

        long[] Ids(FeatureKind kind) => [.. features.Where(feature => feature.Feature.Kind == kind).Select(feature => feature.Feature.Id)];
    }

    /// <summary>The features in their order, and what decides between papers with one score.</summary>
    /// <exception cref="InvalidDataException">Another version stored them, or they were cut off.</exception>
    internal (long Tie, List<FeatureStrength> Features) Read(LinkFeatureLookup targets) => PackedFeatures.Read(this, targets);
}

/// <summary>The order in which features are stored: by their kinds, then by ids, words as they are spelt.</summary>
internal sealed class FeatureOrder : IComparer<LinkFeature>, IEqualityComparer<LinkFeature>
{
    public static FeatureOrder Instance { get; } = new();

    public int Compare(LinkFeature first, LinkFeature second) => first.Kind != second.Kind ? first.Kind.CompareTo(second.Kind)
        : first.Kind == FeatureKind.Words ? string.CompareOrdinal(first.Key, second.Key)
        : first.Id.CompareTo(second.Id);

    public bool Equals(LinkFeature first, LinkFeature second) => Compare(first, second) == 0;

    public int GetHashCode(LinkFeature feature) =>
        feature.Kind == FeatureKind.Words ? feature.Key.GetHashCode(StringComparison.Ordinal) : HashCode.Combine(feature.Kind, feature.Id);
}
