using System.Collections.Frozen;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>The words by which papers are compared.</summary>
public static class PaperWords
{
    private const int TitleCounts = 2;

    private static readonly FrozenSet<string> StopWords = CommonWords.Function;

    /// <summary>
    /// Every word of the text with its count, in ordinal order: lower case, singular, of hyphenated words the parts; no function
    /// words, numbers, markup or links. A word of the title counts twice.
    /// </summary>
    public static IReadOnlyList<WordCount> Of(PaperText paper)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Count(counts, paper.Title, TitleCounts);
        if (paper.Abstract is { } text) Count(counts, text, 1);
        return [.. counts.Select(count => new WordCount(count.Key, count.Value))];
    }

    private static void Count(SortedDictionary<string, int> counts, string text, int times)
    {
        var tokens = Tokenizer.Tokens(text);
        foreach (var part in WordPart.Of(tokens))
        {
            var word = WithoutPossessive(part.Form);
            if (tokens[part.Token].IsWord && word.Length > 1 && char.IsLetter(word[0]) && !StopWords.Contains(word))
                counts[word] = counts.GetValueOrDefault(word) + times;
        }
    }

    /// <summary>Of "bird's" and "agents'", of which the singular has taken the s already.</summary>
    private static string WithoutPossessive(string form)
    {
        if (form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("\u2019s", StringComparison.Ordinal)) return form[..^2];
        return form.TrimEnd('\'', '\u2019');
    }
}
