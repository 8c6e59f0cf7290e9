namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// The cheapest way to read a short form out of the words in front of it, where neither initials nor prefixes spell it. Any letters
/// will do, as with A. Schwartz and M. Hearst (PSB 2003), but letters inside of words and words that give none cost, and what is too
/// dear is no reading. Of equal ones the shortest. By dynamic programming over words and letters.
/// </summary>
internal static class LooseAlignment
{
    private const int InnerLetter = 1;
    private const int WordWithoutItsFirstLetter = 3;
    private const int WordLeftOut = 2;

    /// <summary>What a reading may cost beyond one a letter.</summary>
    private const int Allowance = 2;
    private const int Never = 1_000;

    /// <summary>Where the long form begins, or null.</summary>
    public static int? Start(string letters, string text, IReadOnlyList<LongFormAlignment.Part> words)
    {
        // costs[i]: the least for which the words behind the current one give the letters from i on.
        Span<int> costs = stackalloc int[letters.Length + 1], next = stackalloc int[letters.Length + 1];
        costs.Fill(Never);
        costs[letters.Length] = 0;
        var (least, first) = (letters.Length + Allowance + 1, -1);
        for (var word = words.Count - 1; word >= 0; word--)
        {
            var lower = words[word].Lower;
            var leftOut = LongFormAlignment.Skippable.Contains(lower) ? 0 : WordLeftOut;
            for (var i = 0; i <= letters.Length; i++) next[i] = costs[i] + leftOut;
            for (var end = letters.Length; end > 0; end--)
            {
                if (costs[end] >= least) continue;
                for (var from = end - 1; from >= 0; from--)
                {
                    if (Cost(letters.AsSpan(from, end - from), lower) is not { } cost) continue;
                    cost += costs[end];
                    next[from] = Math.Min(next[from], cost);
                    if (from == 0 && lower[0] == letters[0] && cost < least) (least, first) = (cost, word);
                }
            }

            next.CopyTo(costs);
        }

        return first < 0 ? null : TokenStart(text, words[first].Start);
    }

    /// <summary>What it costs that a word gives these letters, each the next one of its kind; null where it cannot.</summary>
    private static int? Cost(ReadOnlySpan<char> letters, string word)
    {
        var cost = 0;
        var at = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var passed = word.AsSpan(at).IndexOf(letters[i]);
            if (passed < 0) return null;
            if (passed > 0) cost += i == 0 ? WordWithoutItsFirstLetter : InnerLetter;
            at += passed + 1;
        }

        return cost;
    }

    private static int TokenStart(string text, int start)
    {
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && !LongFormAlignment.Opens(text, start)) start--;
        return start;
    }
}
