using System.Collections.Frozen;

namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// Where the long form of a short form begins; it ends where the text ends. Several ways to spell the short form, in the order in
/// which they are trusted: initials of words, prefixes of words, letters anywhere (<see cref="LooseAlignment"/>), and all of it
/// but a number at its end. What is written small has to be spelt by initials or prefixes.
/// </summary>
internal static class LongFormAlignment
{
    /// <summary>Words that may stand in a long form without a letter in the short form.</summary>
    public static readonly FrozenSet<string> Skippable = new[]
    {
        "a", "an", "and", "as", "at", "based", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "using", "via",
        "with",
    }.ToFrozenSet();

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>The start of the long form in <paramref name="text"/>, or null where no alignment is found.</summary>
    public static int? Start(string shortForm, string text)
    {
        var letters = Letters(shortForm);
        var words = Words(text);
        var start = ByInitials(letters, words);
        if (start is not null || letters.Length == 1) return start;
        start = ByRepeatedInitials(letters, words) ?? ByPrefixes(letters, words);
        if (start is not null || !Plausibility.HasCapital(shortForm)) return start;
        return LooseAlignment.Start(letters, text, words) ?? WithoutNumber(letters, words);
    }

    /// <summary>
    /// False where the number at the end of a short form is nowhere in the long form, so that it names one of several: "floating point" is
    /// neither FP8 nor FP4.
    /// </summary>
    public static bool SpellsNumber(string shortForm, string longForm)
    {
        var letters = Letters(shortForm);
        var number = letters[letters.TrimEnd(Digits).Length..];
        if (number.Length == 0 || longForm.Contains(number, StringComparison.Ordinal)) return true;
        var words = Words(longForm);
        return (ByInitials(letters, words) ?? ByRepeatedInitials(letters, words) ?? ByPrefixes(letters, words)) is not null;
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
            while (word >= 0 && !words[word].Gives(letters[letter]) && Skippable.Contains(words[word].Lower) && letter < letters.Length - 1)
                word--;
            if (word < 0 || !words[word].Gives(letters[letter])) return null;
            if (letter == 0) return words[word].StartsToken ? words[word].Start : null;
            word--;
        }

        return null;
    }

    /// <summary>A digit may say how often the initial beside it stands: "asynchronous advantage actor-critic" (A3C).</summary>
    private static int? ByRepeatedInitials(string letters, List<Part> words)
    {
        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i] is < '2' or > '5') continue;
            foreach (var beside in (ReadOnlySpan<int>)[i - 1, i + 1])
                if (beside < letters.Length && char.IsLetter(letters[beside])
                    && ByInitials(
                        $"{letters.AsSpan(0, i)}{new string(letters[beside], letters[i] - '1')}{letters.AsSpan(i + 1)}",
                        words) is { } start)
                    return start;
        }

        return null;
    }

    /// <summary>Aligns a short form whose number counts what the long form names: "triiodothyronine (T3)".</summary>
    private static int? WithoutNumber(string letters, List<Part> words)
    {
        var bare = letters.TrimEnd(Digits);
        return bare.Length == letters.Length || bare.Length == 0 ? null : ByInitials(bare, words) ?? ByPrefixes(bare, words);
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
                if (i > 0 && words[word].Gives(letters[i - 1])) next[i - 1] = some = true;
                for (var length = 2; length <= Math.Min(i, lower.Length); length++)
                    if (letters.AsSpan(i - length, length).SequenceEqual(lower.AsSpan(0, length))) next[i - length] = some = true;
            }

            if (!some) return null;
            if (next[0]) return words[word].StartsToken ? words[word].Start : null;
            reachable = next;
        }

        return null;
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
            var startsToken = start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '"' or '\u201c' or '*'
                || Opens(text, start)
                || text[start - 1] == '\'' && (start == 1 || char.IsWhiteSpace(text[start - 2]));
            parts.Add(new Part(start, text[start..at].ToLowerInvariant(), startsToken));
        }

        return parts;
    }

    /// <summary>Whether what is in front of a word separates it from another: a bracket, slash or dash, not a hyphen.</summary>
    internal static bool Opens(string text, int start) =>
        text[start - 1] is '(' or '[' or '/' or '\u2014' || text[start - 1] == '-' && start > 1 && text[start - 2] == '-';

    internal readonly record struct Part(int Start, string Lower, bool StartsToken)
    {
        public char First => Lower[0];

        /// <summary>
        /// Its first letter, or what is read as the word: "text-to-image" (T2I), "three-dimensional" (3D), "explainable" and
        /// "cross-lingual" (X).
        /// </summary>
        public bool Gives(char letter) => First == letter || letter switch
        {
            '1' => Lower is "one" or "first",
            '2' => Lower is "to" or "two" or "second",
            '3' => Lower is "three" or "third",
            '4' => Lower is "for" or "four",
            '5' => Lower is "five",
            '6' => Lower is "six",
            'x' => Lower.StartsWith("ex", StringComparison.Ordinal) || Lower is "cross",
            _ => false,
        };
    }
}
