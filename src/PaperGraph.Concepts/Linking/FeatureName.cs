namespace PaperGraph.Concepts.Linking;

/// <summary>
/// The number by which a feature is stored, the same in every collection: a digest of its kind and of the word or the target's id. Two
/// features with one number would be compared one by one as two all the same; they would be taken for as frequent as they are together.
/// </summary>
internal static class FeatureName
{
    public static long Create(LinkFeature feature) => feature.Kind == FeatureKind.Words
        ? LinkDigest.Compute(LinkDigest.Compute(feature.Kind), LinkDigest.Compute(feature.Key))
        : LinkDigest.Compute(LinkDigest.Compute(feature.Kind), feature.Id);
}
