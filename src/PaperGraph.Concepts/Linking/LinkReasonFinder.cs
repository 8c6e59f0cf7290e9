using PaperGraph.Model;

namespace PaperGraph.Concepts.Linking;

/// <summary>Finds the reasons that a score is the sum of.</summary>
internal sealed class LinkReasonFinder(FeatureTable table, LinkWeights weights, LinkTerms terms)
{
    private const int WordsNamed = 6;

    /// <summary>A word that adds less than this share of what the first one adds is not named.</summary>
    private const float MinShareNamed = 0.2f;

    /// <summary>The terms of one paper's score with another, heaviest first.</summary>
    /// <param name="depth">How many of the paper's features are read; <see cref="LinkSearch.Depth"/> says which.</param>
    public List<LinkReason> Find(int paper, int depth, int other)
    {
        var shared = new SharedFeatures(table, weights, terms);
        shared.Compare(paper, depth, other);
        var reasons =
            shared.Targets.Select(target =>
                (Reason: Target(table.Feature(target.Feature), target.Term), Feature: table.Feature(target.Feature))).ToList();
        if (shared.WordsTerm > 0)
            reasons.Add(
                (Words([.. shared.Words.Select(word => (table.Feature(word.Feature).Key, word.Term))], shared.WordsTerm),
                    new LinkFeature(FeatureKind.Words, 0, "")));
        reasons.Sort((a, b) => a.Reason.Weight != b.Reason.Weight ? b.Reason.Weight.CompareTo(a.Reason.Weight)
            : a.Feature.Kind != b.Feature.Kind ? a.Feature.Kind.CompareTo(b.Feature.Kind)
            : string.CompareOrdinal(a.Feature.Key, b.Feature.Key));
        return [.. reasons.Select(reason => reason.Reason)];
    }

    private static LinkReason Target(LinkFeature feature, int term) =>
        new(GetKind(feature), feature.Id, [], LinkScore.ToSingle(term));

    private static ReasonKind GetKind(LinkFeature feature) => feature.Kind switch
    {
        FeatureKind.Concept => ReasonKindExtensions.From(feature.ConceptKind!.Value),
        FeatureKind.Organization => ReasonKind.Organization,
        FeatureKind.Repository => ReasonKind.Repository,
        _ => throw new ArgumentOutOfRangeException(nameof(feature), feature.Kind, "Words are told together."),
    };

    private static LinkReason Words(List<(string Word, int Term)> words, int term)
    {
        words.Sort((a, b) => a.Term != b.Term ? b.Term.CompareTo(a.Term) : string.CompareOrdinal(a.Word, b.Word));
        var telling = words.TakeWhile(word => word.Term >= MinShareNamed * words[0].Term).Select(word => word.Word).ToList();
        var named = telling.Where(NamedWords.Contains).Take(WordsNamed).DefaultIfEmpty(telling[0]);
        return new LinkReason(ReasonKind.Words, null, [.. named], LinkScore.ToSingle(term));
    }
}
