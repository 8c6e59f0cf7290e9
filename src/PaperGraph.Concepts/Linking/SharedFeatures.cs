namespace PaperGraph.Concepts.Linking;

/// <summary>
/// Compares two papers feature by feature. A word that stands in a mention of a concept that both papers have, in either of
/// them, is no word of its own: what it weighs is the concept's, and nothing where the concept does not count.
/// </summary>
internal sealed class SharedFeatures(FeatureTable table, LinkWeights weights, LinkTerms terms)
{
    /// <summary>Where a covered word's weight goes that no concept takes.</summary>
    private const int Nowhere = -1;

    private readonly List<(int Feature, int Term)> targets = [];
    private readonly List<(int Feature, int Term)> words = [];
    private readonly List<(int Word, int Term)> shared = [];

    /// <summary>For words, the places in <see cref="targets"/> of the concepts that cover them.</summary>
    private readonly Dictionary<int, int> covering = [];

    /// <summary>The concepts, organizations and repositories that count, and what each adds with the words that it covers.</summary>
    public IReadOnlyList<(int Feature, int Term)> Targets => targets;

    /// <summary>The words that no shared concept covers, and what each weighs among them.</summary>
    public IReadOnlyList<(int Feature, int Term)> Words => words;

    /// <summary>What <see cref="Words"/> add together; nothing, where none of them is specific.</summary>
    public int WordsTerm { get; private set; }

    /// <summary>The sum of all that is added; never more than that of the terms of all shared features.</summary>
    public int Score { get; private set; }

    /// <summary>The part of it that says what both papers are about, see <see cref="LinkOptions.MinSpecific"/>.</summary>
    public int Specific { get; private set; }

    /// <summary><see cref="Specific"/> without the heaviest concept or repository.</summary>
    public int Beside { get; private set; }

    /// <param name="depth">The greatest level of the features that are read for the paper, see <see cref="LinkSearch.Depth"/>.</param>
    public void Compare(int paper, int depth, int other)
    {
        Meet(paper, depth, other);
        words.Clear();
        var (sum, heaviest) = (0, 0);
        var (specificWords, heaviestSpecificWord) = (0, 0);
        foreach (var (word, term) in shared)
        {
            if (!covering.TryGetValue(word, out var place))
            {
                words.Add((word, term));
                (sum, heaviest) = (sum + term, Math.Max(heaviest, term));
                if (weights.IsSpecific(word))
                    (specificWords, heaviestSpecificWord) = (specificWords + term, Math.Max(heaviestSpecificWord, term));
            }
            else if (place != Nowhere)
            {
                targets[place] = (targets[place].Feature, targets[place].Term + term);
            }
        }

        var (ofTargets, specific, most) = (0, 0, 0);
        foreach (var (feature, term) in targets)
        {
            ofTargets += term;
            if (weights.IsSpecific(feature)) (specific, most) = (specific + term, Math.Max(most, term));
        }

        WordsTerm = specificWords == 0 ? 0 : terms.ComputeWords(ofTargets, sum, heaviest);
        Score = ofTargets + WordsTerm;
        Specific = specific + Math.Min(WordsTerm, specificWords - heaviestSpecificWord);
        Beside = Specific - most;
    }

    /// <summary>Collects what both have. A word that several concepts cover is the one's that adds most without words.</summary>
    private void Meet(int paper, int depth, int other)
    {
        targets.Clear();
        shared.Clear();
        covering.Clear();
        var mine = table.Row(paper);
        var theirs = table.Row(other);
        for (int first = 0, second = 0; first < mine.Length && second < theirs.Length;)
        {
            var (a, b) = (mine[first].Feature, theirs[second].Feature);
            if (a == b)
            {
                var term = weights.Level(a) <= depth ? terms.Compute(a, mine[first].Strength, theirs[second].Strength) : 0;
                if (table.IsWord(a))
                {
                    if (term > 0) shared.Add((a, term));
                }
                else
                {
                    if (term > 0) targets.Add((a, term));
                    var place = term > 0 ? targets.Count - 1 : Nowhere;
                    Cover(mine, table.Covers(paper), first, place);
                    Cover(theirs, table.Covers(other), second, place);
                }
            }

            if (a <= b) first++;
            if (b <= a) second++;
        }
    }

    private void Cover(ReadOnlySpan<FeatureEntry> row, ReadOnlySpan<Cover> covers, int concept, int place)
    {
        foreach (var cover in covers)
        {
            if (cover.Concept != concept) continue;
            var word = row[cover.Word].Feature;
            if (!covering.TryGetValue(word, out var known) || IsHeavier(place, known)) covering[word] = place;
        }
    }

    /// <summary>Keys decide between equals: the features' numbers follow from the order of the papers.</summary>
    private bool IsHeavier(int place, int known)
    {
        if (place == Nowhere || known == Nowhere) return known == Nowhere;
        var (a, b) = (targets[place], targets[known]);
        return a.Term != b.Term ? a.Term > b.Term : string.CompareOrdinal(table.Feature(a.Feature).Key, table.Feature(b.Feature).Key) < 0;
    }
}
