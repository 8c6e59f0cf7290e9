namespace PaperGraph.Sources.DailyPapers;

/// <summary>Tells which of several short texts is the title of an abstract.</summary>
internal static class SharedWords
{
    // Shorter words are the same in any two texts, and inflections of a word differ only behind these letters.
    private const int MinLetters = 4;
    private const int MaxLetters = 6;

    /// <summary>How many words of a title an abstract takes up, compared by how they begin.</summary>
    public static int Count(string title, string text)
    {
        var stems = Stems(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Stems(title).Distinct(StringComparer.OrdinalIgnoreCase).Count(stems.Contains);
    }

    private static IEnumerable<string> Stems(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsOfWord(text[start])) continue;
            var end = start;
            while (end < text.Length && IsOfWord(text[end])) end++;
            if (end - start >= MinLetters) yield return text[start..Math.Min(end, start + MaxLetters)];
            start = end;
        }
    }

    /// <summary>
    /// Whether a word may hold it. Half a character is of a letter beyond the first plane of Unicode, or of a picture that stands
    /// in a word's place.
    /// </summary>
    internal static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter);
}
