using System.Text;

namespace PaperGraph.Sources.DailyPapers;

/// <summary>Mathematical bold letters, each of which is two chars, and letters of one char that stand for them meanwhile.</summary>
internal static class BoldLetters
{
    private const char FirstNarrow = '\uE100';

    private static readonly string[] Letters = [.. Enumerable.Range(0, 26).Select(i => char.ConvertFromUtf32(0x1D41A + i))];

    /// <summary>Makes some of the letters bold wherever they stand within words, but for addresses.</summary>
    public static string Embolden(string text) => string.Join(' ', text.Split(' ').Select(word =>
        word.Contains('/', StringComparison.Ordinal)
            ? word
            : string.Concat(word.Select((letter, i) =>
                letter is 'c' or 'e' or 'l' or 's' && i > 0 && char.IsLetter(word[i - 1]) ? Letters[letter - 'a'] : $"{letter}"))));

    /// <summary>The text with one char for each bold letter.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text);
        for (var i = 0; i < Letters.Length; i++) narrow.Replace(Letters[i], $"{(char)(FirstNarrow + i)}");
        return narrow.ToString();
    }

    public static string Widen(string narrow)
    {
        var text = new StringBuilder(narrow);
        for (var i = 0; i < Letters.Length; i++) text.Replace($"{(char)(FirstNarrow + i)}", Letters[i]);
        return text.ToString();
    }
}
