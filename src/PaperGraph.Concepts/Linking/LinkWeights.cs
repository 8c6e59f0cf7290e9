using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// What sharing a feature adds to a score, by its inverse document frequency: less, the more papers have it. Papers are counted in powers
/// of two (<see cref="LinkStatistics"/>).
/// </summary>
internal sealed class LinkWeights
{
    /// <summary>
    /// How soon papers of one organization say less about each other: those of a small laboratory do, those of a company do not.
    /// </summary>
    private const float OrganizationPower = 0.75f;

    private readonly byte[] levels;
    private readonly float[] weights;
    private readonly bool[] isSpecific;

    /// <param name="levels">For each feature of the table its level.</param>
    /// <param name="allPapers">The level of something that all papers have.</param>
    public LinkWeights(FeatureTable table, byte[] levels, int allPapers, LinkOptions options)
    {
        (this.levels, AllPapers) = (levels, allPapers);
        weights = new float[table.Count];
        isSpecific = new bool[table.Count];
        for (var feature = 0; feature < table.Count; feature++)
        {
            isSpecific[feature] = IsSpecificFeature(table.Feature(feature));
            weights[feature] = Weight(table.Feature(feature), levels[feature], options);
        }
    }

    /// <summary>
    /// The weights as they were when a paper's links were found. What was not read then, or no other paper had, adds nothing.
    /// </summary>
    /// <param name="features">The features of the paper.</param>
    /// <param name="stored">The levels that were stored, as <see cref="PaperLinks.Levels"/> describes them.</param>
    public static LinkWeights FromStored(
        FeatureTable table, IReadOnlyList<FeatureStrength> features, ReadOnlySpan<byte> stored, LinkOptions options)
    {
        var levels = new byte[table.Count];
        for (var i = 0; i < features.Count && i + 1 < stored.Length; i++) levels[table.Find(features[i].Feature)] = stored[i + 1];
        var weights = new LinkWeights(table, levels, Math.Max((byte)1, stored[0]), options);
        for (var feature = 0; feature < levels.Length; feature++)
            if (levels[feature] == 0) weights.weights[feature] = 0;
        return weights;
    }

    /// <summary>The level of something that all papers have.</summary>
    public int AllPapers { get; }

    /// <summary>At most 2 to this power papers have the feature.</summary>
    public int Level(int feature) => levels[feature];

    /// <summary>What it adds to the score of two papers in which its strength is 1.</summary>
    public float this[int feature] => weights[feature];

    /// <summary>
    /// Whether sharing it says what papers have to do with each other: all but general concepts, and words that are not told.
    /// </summary>
    public bool IsSpecific(int feature) => isSpecific[feature];

    private static bool IsSpecificFeature(LinkFeature feature) => feature.Kind switch
    {
        FeatureKind.Words => NamedWords.Contains(feature.Key),
        FeatureKind.Concept => !GeneralConcepts.Contains(feature.Key),
        _ => true,
    };

    private float Weight(LinkFeature feature, int level, LinkOptions options)
    {
        var rarity = MathF.Max(0, 1 - (float)level / AllPapers);
        var papers = MathF.Pow(2, level);
        return feature.Kind switch
        {
            FeatureKind.Words =>
                options.WordWeight * WordRarity(rarity, PaperVector.NormalizedIdf(feature.Key), options),
            FeatureKind.Concept =>
                options.ConceptWeight * MathF.Pow(rarity, options.ConceptPower) * options.HalfWeight / (options.HalfWeight + papers)
                    * (GeneralConcepts.Contains(feature.Key) ? options.GeneralShare : 1),
            FeatureKind.Organization => options.OrganizationWeight / MathF.Pow(MathF.Max(1, papers / 2), OrganizationPower),
            FeatureKind.Repository => options.RepositoryWeight / (1 + MathF.Log(MathF.Max(1, papers / 2))),
            _ => throw new ArgumentOutOfRangeException(nameof(feature), feature.Kind, "Papers share no such thing."),
        };
    }

    /// <summary>
    /// By idf in the collection or in research papers in general, whichever is less; the strengths of the word in both papers
    /// hold the latter already.
    /// </summary>
    private static float WordRarity(float rarity, float normalizedIdf, LinkOptions options) =>
        normalizedIdf <= 0 ? 0 : MathF.Pow(MathF.Min(rarity, normalizedIdf), options.WordPower) / (normalizedIdf * normalizedIdf);
}
