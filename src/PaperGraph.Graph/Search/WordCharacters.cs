using System.Globalization;
using System.Text;

namespace PaperGraph.Graph.Search;

/// <summary>What words are made of, as the parser of PostgreSQL takes texts apart.</summary>
internal static class WordCharacters
{
    /// <summary>Whether a character is of a word; a mark above or beside a letter is of the word that it stands in.</summary>
    public static bool IsOfWord(Rune character, bool isInWord) =>
        Rune.IsLetterOrDigit(character) || (isInWord && IsMark(character));

    private static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
