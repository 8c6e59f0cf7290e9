using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// The features of a paper with their strengths: vectors whose lengths follow from the paper alone (words count by an idf that is
/// the same for every collection), so that no paper's arrival changes the strengths of another's.
/// </summary>
internal sealed class PaperVector(LinkOptions options)
{
    /// <summary>Added to the squares of a vector, so that sharing all of next to nothing is next to nothing.</summary>
    private const float WordPrior = 1;
    private const float ConceptPrior = 0.3f;

    public IEnumerable<FeatureStrength> Of(LinkablePaper paper)
    {
        var length = MathF.Sqrt(WordPrior + paper.Words.Sum(word => Square(Weight(word))));
        foreach (var word in MostTelling(paper.Words))
            yield return new FeatureStrength(new LinkFeature(LinkReasonKind.Words, 0, word.Word), Strength(Weight(word) / length));

        var mass = MathF.Sqrt(ConceptPrior + paper.Concepts.Sum(concept => Square(concept.Weight)));
        foreach (var concept in paper.Concepts)
            yield return new FeatureStrength(
                Feature(LinkReasonKind.Concept, concept.Target) with { ConceptKind = concept.Kind }, Strength(concept.Weight / mass));
        foreach (var organization in paper.Organizations)
            yield return new FeatureStrength(Feature(LinkReasonKind.Organization, organization), ushort.MaxValue);
        foreach (var repository in paper.Repositories)
            yield return new FeatureStrength(Feature(LinkReasonKind.Repository, repository), ushort.MaxValue);
    }

    /// <summary>0 to 1: how telling a word is in research papers in general, 1 for one that they do not hold.</summary>
    public static float Telling(string word) => Background.Idf(word) / Background.HighestIdf;

    private IEnumerable<WordCount> MostTelling(IReadOnlyList<WordCount> words) => words.Count <= options.WordsAPaper
        ? words
        : words.OrderByDescending(Weight).ThenBy(word => word.Word, StringComparer.Ordinal).Take(options.WordsAPaper);

    private static float Weight(WordCount word) => Damped(word.Count) * Telling(word.Word);

    private static LinkFeature Feature(LinkReasonKind kind, LinkTarget target) => new(kind, target.Id, target.Key);

    private static ushort Strength(float share) => (ushort)MathF.Round(ushort.MaxValue * share);

    private static float Damped(int count) => 1 + MathF.Log(count);

    private static float Square(float value) => value * value;
}
