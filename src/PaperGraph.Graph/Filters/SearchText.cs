using System.Globalization;
using System.Text;

namespace PaperGraph.Graph.Filters;

/// <summary>What <c>websearch_to_tsquery</c> makes of a text, as far as it costs; rather more than less.</summary>
internal static class SearchText
{
    /// <summary>
    /// Words to search for: runs of letters and digits. Which other characters outside of ASCII are letters PostgreSQL knows from its
    /// locale, so that each counts as a word of its own.
    /// </summary>
    public static int Terms(string text)
    {
        var (count, isInWord) = (0, false);
        foreach (var character in text.EnumerateRunes())
        {
            var isOfWord = Rune.IsLetterOrDigit(character) || (isInWord && IsMark(character));
            if (isOfWord ? !isInWord : !character.IsAscii && !Rune.IsWhiteSpace(character)) count++;
            isInWord = isOfWord;
        }
        return count;
    }

    /// <summary>Minus signs that no letter or digit is between, most of them in a row. Each becomes an operator before one word.</summary>
    public static int Negations(string text)
    {
        var (most, inRow) = (0, 0);
        foreach (var character in text)
        {
            if (character == '-') most = Math.Max(most, ++inRow);
            else if (char.IsLetterOrDigit(character)) inRow = 0;
        }
        return most;
    }

    private static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
