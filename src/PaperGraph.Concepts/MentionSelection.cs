using PaperGraph.Concepts.Candidates;
using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>
/// Which candidates become mentions: the best keys of the paper. Phrases do not overlap each other, the better one stays; a known
/// name inside a phrase is a mention of its own.
/// </summary>
internal static class MentionSelection
{
    /// <summary>A phrase has to be among so many of the paper's names; a known name counts wherever it comes.</summary>
    private const int MaxNamesWithPhrases = 20;
    private const float MinScore = 0.2f;

    public static List<ExtractedMention> Select(IReadOnlyList<AnalyzedField> fields, IEnumerable<Candidate> candidates)
    {
        Candidate[] ranked = [.. candidates];
        Array.Sort(ranked, (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Key, b.Key));
        var occupied = new OccupiedSpans();
        foreach (var candidate in ranked)
        {
            if (candidate.Origin == ConceptNameOrigin.Text) continue;
            occupied.AddNames(candidate.Spans, isCoined: candidate.Origin == ConceptNameOrigin.Name);
        }

        var mentions = new List<ExtractedMention>(ranked.Length);
        var names = 0;
        foreach (var candidate in ranked)
        {
            var before = mentions.Count;
            var isKnown = candidate.Origin != ConceptNameOrigin.Text;
            if (!isKnown && (candidate.Score < MinScore || names >= MaxNamesWithPhrases)) continue;
            var kind = candidate.Kind;
            foreach (var span in candidate.Spans)
                if (isKnown || occupied.TryAddPhrase(span, mayHoldNames: candidate.HasSeveralTokens, mayHoldCoined: candidate.IsSetOff))
                    mentions.Add(Mention(fields[(int)span.Field].Text, candidate, span, kind));
            if (mentions.Count > before) names++;
        }

        mentions.Sort(ByPosition);
        return mentions;
    }

    private static int ByPosition(ExtractedMention a, ExtractedMention b)
    {
        if (a.Field != b.Field) return a.Field < b.Field ? -1 : 1;
        return a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length);
    }

    private static ExtractedMention Mention(string text, Candidate candidate, CandidateSpan span, ConceptKind kind) => new(
        span.Field, span.Start, span.Length, text.Substring(span.Start, span.Length), candidate.Key, kind, candidate.Score,
        candidate is { Origin: ConceptNameOrigin.Text, IsName: true } ? ConceptNameOrigin.Name : candidate.Origin);

    /// <summary>Where known names and chosen phrases stand.</summary>
    private sealed class OccupiedSpans
    {
        private readonly List<CandidateSpan> names = [];
        private readonly List<CandidateSpan> coined = [];
        private readonly List<CandidateSpan> phrases = [];

        public void AddNames(IEnumerable<CandidateSpan> spans, bool isCoined) => (isCoined ? coined : names).AddRange(spans);

        /// <summary>
        /// False where a phrase is already, and where a known name is cut, or held though the phrase may hold none. What holds a name that
        /// the paper introduces has to be a name as well: "KnotBench Mini", not "named KnotBench" or "KnotBench instances".
        /// </summary>
        public bool TryAddPhrase(CandidateSpan phrase, bool mayHoldNames, bool mayHoldCoined)
        {
            foreach (var other in phrases)
                if (Overlap(other, phrase)) return false;
            foreach (var name in coined)
                if (Overlap(name, phrase) && !(mayHoldCoined && mayHoldNames)) return false;
            var (cutsName, opensWithName) = (false, false);
            foreach (var name in names)
            {
                if (!Overlap(name, phrase)) continue;
                if (!mayHoldNames || name.End > phrase.End) return false;
                if (name.Start < phrase.Start) cutsName = true;
                if (name.Start == phrase.Start) opensWithName = true;
            }

            if (cutsName && !opensWithName) return false;
            phrases.Add(phrase);
            return true;
        }

        private static bool Overlap(CandidateSpan a, CandidateSpan b) => a.Field == b.Field && a.Start < b.End && b.Start < a.End;
    }
}
