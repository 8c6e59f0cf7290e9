using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// The features of a paper with their strengths, which follow from the paper alone (words count by an idf that is the same for
/// every collection), so that no paper's arrival changes the strengths of another's.
/// </summary>
/// <remarks>
/// A word weighs its BM25 term frequency times its idf. Of its strength, one share is this weight as BM25 adds it up; the rest is
/// the weight over the length of the paper's vector, as in the cosine of TF-IDF vectors.
/// </remarks>
internal sealed class PaperVector(LinkOptions options)
{
    /// <summary>Added to the squares of a vector, so that sharing all of next to nothing is next to nothing.</summary>
    private const float WordPrior = 1;
    private const float ConceptPrior = 0.3f;

    /// <summary>Words of a paper by title and abstract, as counted here: what BM25 takes for the average length.</summary>
    private const float CommonWordCount = 120;

    /// <summary>The length of such a paper's vector: brings both shares of a strength to one scale.</summary>
    private const float CommonLength = 5.5f;

    public List<FeatureStrength> Create(LinkablePaper paper)
    {
        var features = new List<FeatureStrength>(
            Math.Min(paper.Words.Count, options.MaxWords) + paper.Concepts.Count + paper.Organizations.Count + paper.Repositories.Count);
        var words = Weigh(paper.Words);
        var length = MathF.Sqrt(WordPrior + words.Sum(word => Square(word.Weight)));
        var scale = options.Bm25Share / CommonLength + (1 - options.Bm25Share) / length;
        foreach (var (word, weight) in SelectHeaviest(words))
            features.Add(new FeatureStrength(new LinkFeature(FeatureKind.Words, 0, word), Strength(weight * scale)));

        var mass = (float)Math.Sqrt(
            ConceptPrior + paper.Concepts.Sum(concept => (double)Square(concept.Weight))
                + paper.KeyphraseWeights.Sum(weight => (double)Square(weight)));
        foreach (var concept in paper.Concepts)
            features.Add(new FeatureStrength(
                Feature(FeatureKind.Concept, concept.Target) with { ConceptKind = concept.Kind }, Strength(concept.Weight / mass),
                concept.Words));
        foreach (var organization in paper.Organizations)
            features.Add(new FeatureStrength(Feature(FeatureKind.Organization, organization), ushort.MaxValue));
        foreach (var repository in paper.Repositories)
            features.Add(new FeatureStrength(Feature(FeatureKind.Repository, repository), ushort.MaxValue));
        return features;
    }

    /// <summary>0 to 1: how telling a word is in research papers in general, 1 for one that they do not hold.</summary>
    public static float NormalizedIdf(string word) => CorpusStatistics.Idf(word) / CorpusStatistics.MaxIdf;

    private (string Word, float Weight)[] Weigh(IReadOnlyList<WordCount> words)
    {
        var length = words.Sum(word => word.Count) / CommonWordCount;
        var saturation = options.Saturation * (1 - options.LengthNormalization + options.LengthNormalization * length);
        return [.. words.Select(word =>
            (word.Word, word.Count * (options.Saturation + 1) / (word.Count + saturation) * NormalizedIdf(word.Word)))];
    }

    /// <summary>The heaviest words; of words that weigh the same, the first in ordinal order.</summary>
    private ReadOnlySpan<(string Word, float Weight)> SelectHeaviest((string Word, float Weight)[] words)
    {
        if (words.Length <= options.MaxWords) return words;
        Array.Sort(words, static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Word, b.Word));
        return words.AsSpan(0, options.MaxWords);
    }

    private static LinkFeature Feature(FeatureKind kind, LinkableEntity target) => new(kind, target.Id, target.Key);

    private static ushort Strength(float share) => (ushort)MathF.Round(ushort.MaxValue * MathF.Min(1, share));

    private static float Square(float value) => value * value;
}
