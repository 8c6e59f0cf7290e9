using System.Globalization;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How much a paper is about a candidate: a sum of named terms, so that a weight can be explained, squeezed between 0 and 1.
/// </summary>
internal sealed class CandidateRanker
{
    public const string FileName = "ranking.tsv";

    private static readonly Lazy<CandidateRanker> Shipped = new(() => new CandidateRanker(
        ShippedData.Rows(FileName).Select(row => (row[0], float.Parse(row[1], CultureInfo.InvariantCulture)))));

    private readonly float[] weights = new float[CandidateFeatureExtractor.Count];

    /// <exception cref="InvalidDataException">There is no such feature.</exception>
    public CandidateRanker(IEnumerable<(string Feature, float Weight)> weights)
    {
        foreach (var (feature, weight) in weights)
        {
            var number = CandidateFeatureNames.All.IndexOf(feature);
            if (number < 0)
                throw new InvalidDataException($"{FileName} has a weight for \"{feature}\", which is no feature of candidates.");
            this.weights[number] = weight;
        }
    }

    /// <summary>The ranker with the weights that PaperGraph ships.</summary>
    public static CandidateRanker Default => Shipped.Value;

    public void Rank(IEnumerable<Candidate> candidates, CandidateFeatureExtractor features)
    {
        Span<float> values = stackalloc float[CandidateFeatureExtractor.Count];
        foreach (var candidate in candidates)
        {
            features.Measure(candidate, values);
            var sum = 0f;
            for (var i = 0; i < values.Length; i++) sum += weights[i] * values[i];
            candidate.Score = MathF.Round(1 / (1 + MathF.Exp(-sum)), 4);
        }
    }

    /// <summary>What the score is the sum of, before it is squeezed.</summary>
    public IReadOnlyList<(string Name, float Weight)> Terms(Candidate candidate, CandidateFeatureExtractor features)
    {
        var values = new float[CandidateFeatureExtractor.Count];
        features.Measure(candidate, values);
        return [.. values.Index().Where(value => value.Item * weights[value.Index] != 0)
            .Select(value => (CandidateFeatureNames.All[value.Index], value.Item * weights[value.Index]))];
    }
}
