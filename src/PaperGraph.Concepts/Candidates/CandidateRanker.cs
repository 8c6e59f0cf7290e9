using System.Collections.Frozen;
using System.Globalization;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How much a paper is about a candidate: a sum of named terms, so that a weight can be explained, squeezed between 0 and 1.
/// </summary>
internal sealed class CandidateRanker(IReadOnlyDictionary<string, float> weights)
{
    public const string FileName = "ranking.tsv";

    private static readonly Lazy<CandidateRanker> Shipped = new(() => new CandidateRanker(
        TsvResource.Rows(FileName).ToFrozenDictionary(row => row[0], row => float.Parse(row[1], CultureInfo.InvariantCulture))));

    /// <summary>With the weights that PaperGraph ships.</summary>
    public static CandidateRanker Default => Shipped.Value;

    public void Rank(IEnumerable<Candidate> candidates, PaperWordCounts words)
    {
        foreach (var candidate in candidates) candidate.Score = Squeeze(Terms(candidate, words).Sum(term => term.Weight));
    }

    public IEnumerable<(string Name, float Weight)> Terms(Candidate candidate, PaperWordCounts words)
    {
        foreach (var (name, value) in CandidateFeatures.Of(candidate, words))
            if (weights.TryGetValue(name, out var weight)) yield return (name, weight * value);
    }

    private static float Squeeze(float sum) => MathF.Round(1 / (1 + MathF.Exp(-sum)), 4);
}
