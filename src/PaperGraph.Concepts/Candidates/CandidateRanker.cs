using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// How much a paper is about a candidate: a sum of named terms, so that a weight can be explained, squeezed between 0 and 1.
/// </summary>
internal static class CandidateRanker
{
    public static void Rank(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates) candidate.Score = Squeeze(Terms(candidate).Sum(term => term.Weight));
    }

    public static IEnumerable<(string Name, float Weight)> Terms(Candidate candidate)
    {
        var occurrences = candidate.Spans.Count;
        var words = candidate.Words;
        var idf = words.Average(Background.Idf);
        yield return ("bias", -3.4f);
        yield return ("occurrences", 0.9f * MathF.Log(occurrences));
        yield return ("idf", 0.3f * idf);
        yield return ("position", -0.22f * MathF.Log(1 + candidate.Position));
        if (candidate.InTitle) yield return ("title", 0.9f);
        yield return ("whole phrase", 0.8f * candidate.WholePhrases / occurrences);
        if (words.Length > 1) yield return ("length", words.Length switch { 2 => 0.9f, 3 => 0.8f, 4 => 0.3f, _ => -0.6f });
        else if (!candidate.IsCoined) yield return ("single word", -1.2f);
        if (candidate.IsCoined) yield return ("coined", 0.5f);
        if (CommonWords.Generic.Contains(words[^1]) && words.Length == 2 && CommonWords.Generic.Contains(words[0])) yield return ("generic", -2);
        if (candidate.Origin == NameOrigin.Abbreviation) yield return ("defined", 1.2f);
        if (candidate.Origin == NameOrigin.Vocabulary) yield return ("known", 1.4f);
        if (candidate.TaggerConfidence > 0) yield return ("tagged", 1.2f * candidate.TaggerConfidence);
    }

    private static float Squeeze(float sum) => MathF.Round(1 / (1 + MathF.Exp(-sum)), 4);
}
