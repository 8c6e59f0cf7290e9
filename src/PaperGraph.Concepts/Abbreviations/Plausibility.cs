using System.Collections.Frozen;

namespace PaperGraph.Concepts.Abbreviations;

/// <summary>Which strings can be a short form, and which pairs a definition.</summary>
internal static class Plausibility
{
    private const int MaxShortFormLength = 12;

    private static readonly FrozenSet<string> NeverShort = new[]
    {
        "left", "right", "top", "bottom", "see", "e.g", "i.e", "eg", "ie", "etc", "ours", "the", "and", "with", "both", "more", "less",
        "code", "see also", "respectively", "fig", "table", "appendix", "arxiv", "in", "or", "is", "it",
    }.ToFrozenSet();

    /// <summary>What tells of results is no name: "gains of up to 46% (GPT-4)", "scores are higher (SAH)".</summary>
    private static readonly FrozenSet<string> WordsOfResults = new[]
    {
        "achieve", "achieved", "achieves", "achieving", "better", "compared", "divided", "exceeding", "exceeds", "fewer", "improves",
        "mainly", "obtained", "outperform", "outperforming", "outperforms", "reached", "reaches", "respectively", "significantly", "than",
        "worse",
    }.ToFrozenSet();

    /// <summary>Verbs, comparatives and pronouns, which a name holds only where each of its words counts.</summary>
    private static readonly FrozenSet<string> WordsOfSentences = new[]
    {
        "are", "be", "because", "been", "can", "could", "each", "greater", "had", "has", "have", "higher", "however", "if", "is", "its",
        "larger", "lower", "may", "might", "our", "over", "should", "show", "shows", "smaller", "that", "their", "these", "this", "those",
        "up", "was", "we", "were", "when", "which", "while", "who", "whose", "will", "would",
    }.ToFrozenSet();

    /// <summary>Capitals, or at most four small letters; brackets only at the end, as in "FEV(1)".</summary>
    public static bool IsShortForm(string text)
    {
        if (text.Length == 1) return char.IsUpper(text[0]);
        if (text.Length is 0 or > MaxShortFormLength || !char.IsLetterOrDigit(text[0])) return false;
        int letters = 0, capitals = 0, spaces = 0, brackets = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c)) letters++;
            if (char.IsUpper(c)) capitals++;
            if (c == ' ') spaces++;
            if (c is '(' or ')') brackets++;
            if (c is '[' or ']' or '=' or '<' or '>' or '%' or '$' or '\\' or ':' or '"') return false;
        }

        if (letters == 0 || spaces > 1 || brackets > 0 && (brackets != 2 || spaces > 0 || text[^1] != ')')) return false;
        if (capitals < letters && NeverShort.Contains(text.ToLowerInvariant().TrimEnd('.'))) return false;
        if (capitals == 0) return text.Length <= 4 && spaces == 0 && char.IsLetter(text[0]) && !text.Contains(',') && !IsNumeral(text);
        return spaces == 0 || capitals > 1;
    }

    public static bool HasCapital(string text) => text.Any(char.IsUpper);

    /// <summary>The number of a list's entry: (i), (iv).</summary>
    private static bool IsNumeral(string text)
    {
        foreach (var c in text)
            if (c is not ('i' or 'v' or 'x')) return false;
        return true;
    }

    /// <summary>A name made up for the paper: capitals beyond the first letter, or a digit.</summary>
    public static bool LooksCoined(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
            if (char.IsUpper(text[i]) || char.IsDigit(text[i])) return true;
        return false;
    }

    public static bool IsPair(string shortForm, string longForm)
    {
        var letters = LongFormAlignment.Letters(shortForm);
        if (longForm[0] is '(' or '[' || longForm.Contains(". ", StringComparison.Ordinal)
            || longForm.Contains(" (", StringComparison.Ordinal)) return false;
        if (longForm.Length <= shortForm.Length || longForm.Length < letters.Length + 2 || !IsBalanced(longForm)) return false;
        var words = LongFormAlignment.Words(longForm);
        if (words.Count == 0 || words.Count > Math.Min(letters.Length + 5, letters.Length * 2) + 2) return false;
        if (words[0].Lower is "and" or "by" or "for" or "from" or "of" or "or" or "with" && words.Count > 1
            && longForm[words[1].Start - 1] == ' ') return false;
        if (LongFormAlignment.Skippable.Contains(words[0].Lower) && words[0].First != letters[0]) return false;
        foreach (var word in words)
            if (word.Lower == letters) return false;
        if (longForm.Contains('%') || HoldsOtherNumber(longForm, letters, words) || IsOfSentence(longForm, letters, words)) return false;
        return words.Count > 1 || letters.Length <= longForm.Length / 2;
    }

    /// <summary>A number that is a word of the long form has to be in the short form: "paired box factor 6" (PAX6).</summary>
    private static bool HoldsOtherNumber(string longForm, string letters, List<LongFormAlignment.Part> words)
    {
        foreach (var word in words)
            if (IsFree(longForm, word) && word.Lower.All(char.IsAsciiDigit) && !letters.Contains(word.Lower, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Where each word gives a letter the sentence itself is the name: "what you see is what you get" (WYSIWYG).</summary>
    private static bool IsOfSentence(string longForm, string letters, List<LongFormAlignment.Part> words)
    {
        var some = false;
        foreach (var word in words)
        {
            if (!IsFree(longForm, word)) continue;
            if (WordsOfResults.Contains(word.Lower)) return true;
            some |= WordsOfSentences.Contains(word.Lower);
        }

        return some && (words.Count != letters.Length || LongFormAlignment.ByInitials(letters, words) != 0);
    }

    /// <summary>A word between blanks, no part of one with hyphens: "bottom-up".</summary>
    private static bool IsFree(string text, LongFormAlignment.Part word)
    {
        var end = word.Start + word.Lower.Length;
        return (word.Start == 0 || text[word.Start - 1] == ' ') && (end == text.Length || text[end] == ' ');
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']' && --depth < 0) return false;
        }

        return depth == 0;
    }
}
