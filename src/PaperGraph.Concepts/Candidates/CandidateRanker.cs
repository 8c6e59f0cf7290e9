using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How much a paper is about a candidate: a sum of named terms, so that a weight can be explained, squeezed between 0 and 1.
/// </summary>
internal static class CandidateRanker
{
    private const float SeldomInNames = 0.15f;

    public static void Rank(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates) candidate.Score = Squeeze(Terms(candidate).Sum(term => term.Weight));
    }

    public static IEnumerable<(string Name, float Weight)> Terms(Candidate candidate)
    {
        var occurrences = candidate.Spans.Count;
        var words = candidate.Words;
        var idf = words.Average(Background.Idf);
        yield return ("bias", -4.3f);
        yield return ("occurrences", 1.2f * MathF.Log(occurrences));
        yield return ("idf", 0.12f * idf);
        yield return ("termhood", 1.8f * words.Average(Background.Termhood));
        if (candidate.InTitle && (occurrences > 1 || candidate.Origin != NameOrigin.Text)) yield return ("title", 0.4f);
        else if (candidate.InTitle) yield return ("title only", -1.5f);
        yield return ("whole phrase", 1.3f * candidate.WholePhrases / occurrences);
        if (words.Length > 1) yield return ("length", words.Length switch { 2 => 0.9f, 3 => 1.0f, 4 => 0.7f, _ => -0.2f });
        else if (!candidate.IsCoined) yield return ("single word", -1.4f);
        if (candidate.IsCoined) yield return ("coined", 0.5f);
        if (CommonWords.Generic.Contains(words[^1])) yield return ("generic head", -0.3f);
        if (candidate.IsPlural && Background.Termhood(words[^1]) < SeldomInNames) yield return ("plural that names seldom end in", -0.8f);
        if (candidate.Origin == NameOrigin.Abbreviation) yield return ("defined", 1.2f);
        if (candidate.Origin == NameOrigin.Vocabulary) yield return ("known", 1.6f);
        if (candidate.TaggerConfidence > 0) yield return ("tagged", 0.9f);
    }

    private static float Squeeze(float sum) => MathF.Round(1 / (1 + MathF.Exp(-sum)), 4);
}
