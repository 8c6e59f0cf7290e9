using System.Collections.Frozen;

namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// Three ways to find where the long form of a short form begins, in the order in which they are trusted: initials of
/// words, prefixes of words, and letters anywhere (A. Schwartz and M. Hearst, "A simple algorithm for identifying
/// abbreviation definitions in biomedical text", PSB 2003). The long form ends where the text ends.
/// </summary>
internal static class LongFormAlignment
{
    /// <summary>Words that may stand in a long form without a letter in the short form.</summary>
    public static readonly FrozenSet<string> Skippable = new[]
    {
        "a", "an", "and", "as", "at", "based", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "using", "via", "with",
    }.ToFrozenSet();

    /// <summary>The start of the long form in <paramref name="text"/>, or null where no alignment is found.</summary>
    public static int? Start(string shortForm, string text)
    {
        var letters = Letters(shortForm);
        if (letters.Length < 2 && shortForm.Length < 2) return null;
        var words = Words(text);
        return ByInitials(letters, words) ?? ByPrefixes(letters, words) ?? SchwartzHearst(shortForm, text);
    }

    /// <summary>The letters and digits of a short form in lower case, without the plural s of "LLMs".</summary>
    public static string Letters(string shortForm)
    {
        Span<char> letters = stackalloc char[shortForm.Length];
        var count = 0;
        foreach (var c in shortForm)
            if (char.IsLetterOrDigit(c)) letters[count++] = char.ToLowerInvariant(c);
        if (count > 2 && shortForm[^1] == 's' && char.IsUpper(shortForm[^2])) count--;
        return new string(letters[..count]);
    }

    /// <summary>The last words of which every one that counts gives its first letter, as in "natural language processing".</summary>
    internal static int? ByInitials(string letters, IReadOnlyList<Part> words)
    {
        var word = words.Count - 1;
        for (var letter = letters.Length - 1; letter >= 0; letter--)
        {
            while (word >= 0 && words[word].First != letters[letter] && Skippable.Contains(words[word].Lower) && letter < letters.Length - 1) word--;
            if (word < 0 || words[word].First != letters[letter]) return null;
            if (letter == 0) return words[word].StartsToken ? words[word].Start : null;
            word--;
        }

        return null;
    }

    /// <summary>
    /// The shortest run of last words whose prefixes spell the short form, each word that counts giving one letter at
    /// least, as in "low-rank adaptation" (LoRA); by dynamic programming over words and letters.
    /// </summary>
    internal static int? ByPrefixes(string letters, IReadOnlyList<Part> words)
    {
        // reachable[i]: the letters from i on are spelt by the words from the current one to the last.
        var reachable = new bool[letters.Length + 1];
        reachable[letters.Length] = true;
        for (var word = words.Count - 1; word >= 0; word--)
        {
            var next = new bool[letters.Length + 1];
            var some = false;
            var lower = words[word].Lower;
            for (var i = letters.Length; i >= 0; i--)
            {
                if (!reachable[i]) continue;
                if (Skippable.Contains(lower) && i < letters.Length) next[i] = some = true;
                for (var length = 1; length <= Math.Min(i, lower.Length); length++)
                    if (letters.AsSpan(i - length, length).SequenceEqual(lower.AsSpan(0, length))) next[i - length] = some = true;
            }

            if (!some) return null;
            if (next[0]) return words[word].StartsToken ? words[word].Start : null;
            reachable = next;
        }

        return null;
    }

    /// <summary>Letters of the short form from right to left, its first one at the start of a word.</summary>
    internal static int? SchwartzHearst(string shortForm, string text)
    {
        var at = text.Length - 1;
        for (var s = shortForm.Length - 1; s >= 0; s--)
        {
            var c = char.ToLowerInvariant(shortForm[s]);
            if (!char.IsLetterOrDigit(c)) continue;
            while (at >= 0 && (char.ToLowerInvariant(text[at]) != c || s == 0 && at > 0 && char.IsLetterOrDigit(text[at - 1]))) at--;
            if (at < 0) return null;
            at--;
        }

        var start = at + 1;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '[')) start--;
        return start;
    }

    /// <summary>The words of a text, those with hyphens or slashes in their parts.</summary>
    internal static List<Part> Words(string text)
    {
        var parts = new List<Part>();
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
            var startsToken = start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '"' or '\u201c' or '\'' or '/' or '(' or '[';
            parts.Add(new Part(start, text[start..at].ToLowerInvariant(), startsToken));
        }

        return parts;
    }

    internal readonly record struct Part(int Start, string Lower, bool StartsToken)
    {
        public char First => Lower[0];
    }
}
