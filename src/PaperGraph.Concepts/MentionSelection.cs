using PaperGraph.Concepts.Candidates;

namespace PaperGraph.Concepts;

/// <summary>
/// Which candidates become mentions: the best keys of the paper. Phrases do not overlap each other, the better one stays; a known
/// name inside a phrase is a mention of its own.
/// </summary>
internal static class MentionSelection
{
    /// <summary>A phrase has to be among so many of the paper's names; a known name counts wherever it comes.</summary>
    private const int MostWithPhrases = 20;
    private const float LeastScore = 0.2f;

    public static List<ExtractedMention> Select(IReadOnlyList<AnalyzedField> fields, IEnumerable<Candidate> candidates)
    {
        var ranked = candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Key, StringComparer.Ordinal).ToList();
        var occupied = fields.Select(field => new Occupancy(field.Text.Length)).ToArray();
        var chosen = new List<(Candidate Candidate, CandidateSpan Span)>();
        foreach (var candidate in ranked.Where(candidate => candidate.Origin != NameOrigin.Text))
            foreach (var span in candidate.Spans)
            {
                occupied[(int)span.Field].AddKnown(span.Start, span.End);
                chosen.Add((candidate, span));
            }

        foreach (var candidate in ranked.Where(candidate => candidate.Origin == NameOrigin.Text && candidate.Score >= LeastScore))
            foreach (var span in candidate.Spans)
                if (occupied[(int)span.Field].TryAddPhrase(span.Start, span.End, mayHoldNames: candidate.HasSeveralTokens)) chosen.Add((candidate, span));

        var keys = chosen.Select(choice => choice.Candidate).Distinct()
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
            .Where((candidate, rank) => rank < MostWithPhrases || candidate.Origin != NameOrigin.Text).ToHashSet();
        return [.. chosen.Where(choice => keys.Contains(choice.Candidate))
            .OrderBy(choice => choice.Span.Field).ThenBy(choice => choice.Span.Start).ThenByDescending(choice => choice.Span.Length)
            .Select(choice => Mention(fields[(int)choice.Span.Field], choice.Candidate, choice.Span))];
    }

    private static ExtractedMention Mention(AnalyzedField field, Candidate candidate, CandidateSpan span) => new(
        span.Field, span.Start, span.Length, field.Text.Substring(span.Start, span.Length), candidate.Key, candidate.Kind, candidate.Score,
        candidate.Origin);

    /// <summary>Which characters of a text are in a phrase, and which in a known name.</summary>
    private sealed class Occupancy(int length)
    {
        private readonly bool[] phrase = new bool[length];

        /// <summary>For each character the end of the known name it is in, 0 outside of one; <see cref="opens"/> where one begins.</summary>
        private readonly int[] knownEnd = new int[length];
        private readonly bool[] opens = new bool[length];

        public void AddKnown(int start, int end)
        {
            opens[start] = true;
            for (var i = start; i < end; i++) knownEnd[i] = Math.Max(knownEnd[i], end);
        }

        /// <summary>False where a phrase is already, and where a known name is cut, or held though the phrase may hold none.</summary>
        public bool TryAddPhrase(int start, int end, bool mayHoldNames)
        {
            for (var i = start; i < end; i++)
                if (phrase[i] || knownEnd[i] > 0 && (!mayHoldNames || knownEnd[i] > end || i == start && !opens[i])) return false;
            phrase.AsSpan(start, end - start).Fill(true);
            return true;
        }
    }
}
