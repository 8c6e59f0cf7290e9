using PaperGraph.Concepts.Candidates;

namespace PaperGraph.Concepts;

/// <summary>
/// Which candidates become mentions: the best keys of the paper. Phrases do not overlap each other, the better one stays; a known
/// name inside a phrase is a mention of its own.
/// </summary>
internal static class MentionSelection
{
    private const int MostKeys = 24;
    private const float LeastScore = 0.1f;

    public static List<ExtractedMention> Select(IReadOnlyList<AnalyzedField> fields, IEnumerable<Candidate> candidates)
    {
        var ranked = candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Key, StringComparer.Ordinal).ToList();
        var known = new List<CandidateSpan>();
        var chosen = new List<(Candidate Candidate, CandidateSpan Span)>();
        foreach (var candidate in ranked.Where(candidate => candidate.Origin != NameOrigin.Text))
            foreach (var span in candidate.Spans)
            {
                known.Add(span);
                chosen.Add((candidate, span));
            }

        var phrases = new List<CandidateSpan>();
        foreach (var candidate in ranked.Where(candidate => candidate.Origin == NameOrigin.Text && candidate.Score >= LeastScore))
            foreach (var span in candidate.Spans)
            {
                if (phrases.Exists(other => Overlap(span, other)) || known.Exists(other => Overlap(span, other) && !MayHold(candidate, span, other))) continue;
                phrases.Add(span);
                chosen.Add((candidate, span));
            }

        var keys = chosen.Select(choice => choice.Candidate).Distinct()
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
            .Take(MostKeys).ToHashSet();
        return [.. chosen.Where(choice => keys.Contains(choice.Candidate))
            .OrderBy(choice => choice.Span.Field).ThenBy(choice => choice.Span.Start).ThenByDescending(choice => choice.Span.Length)
            .Select(choice => Mention(fields[(int)choice.Span.Field], choice.Candidate, choice.Span))];
    }

    private static ExtractedMention Mention(AnalyzedField field, Candidate candidate, CandidateSpan span) => new(
        span.Field, span.Start, span.Length, field.Text.Substring(span.Start, span.Length), candidate.Key, candidate.Kind, candidate.Score,
        candidate.Origin);

    private static bool Overlap(CandidateSpan a, CandidateSpan b) => a.Field == b.Field && a.Start < b.End && b.Start < a.End;

    /// <summary>A phrase of several words may hold a known name; one word that does only varies it (Qwen3-8B).</summary>
    private static bool MayHold(Candidate outer, CandidateSpan span, CandidateSpan inner) =>
        span.Start <= inner.Start && inner.End <= span.End && outer.HasSeveralTokens;
}
