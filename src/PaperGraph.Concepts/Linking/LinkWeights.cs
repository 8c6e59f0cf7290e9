using System.Numerics;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// What sharing a feature adds to a score, by its inverse document frequency: less, the more papers have it. Papers are counted in powers
/// of two, so that one more of them changes the weight of a feature only where it carries it over such a step.
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

    public LinkWeights(FeatureTable table, LinkOptions options)
    {
        AllPapers = BitOperations.Log2((uint)Math.Max(1, table.Papers)) + 1;
        levels = new byte[table.Count];
        weights = new float[table.Count];
        isSpecific = new bool[table.Count];
        for (var feature = 0; feature < table.Count; feature++)
        {
            levels[feature] = (byte)GetLevel(table.Frequency(feature));
            isSpecific[feature] = IsSpecificFeature(table.Feature(feature));
            weights[feature] = Weight(table.Feature(feature), levels[feature], options);
        }
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

    private static int GetLevel(int frequency) => frequency <= 1 ? 0 : BitOperations.Log2((uint)frequency - 1) + 1;
}
