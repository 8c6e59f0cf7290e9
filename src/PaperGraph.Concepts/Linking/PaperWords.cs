using System.Collections.Frozen;
using System.Runtime.InteropServices;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>The words by which papers are compared.</summary>
public static class PaperWords
{
    private const int TitleCounts = 2;
    private const int TypicalWords = 160;

    private static readonly FrozenSet<string> StopWords = CommonWords.Function.Union(CommonWords.Hardware).ToFrozenSet();

    /// <summary>
    /// Every word of the text with its count, in ordinal order: lower case, singular, of hyphenated words the parts; no function
    /// words, names of hardware, numbers, markup or links. A word of the title counts twice.
    /// </summary>
    public static IReadOnlyList<WordCount> From(PaperText paper)
    {
        var counts = new Dictionary<string, int>(TypicalWords, StringComparer.Ordinal);
        var table = new WordTable();
        Count(counts, paper.Title, TitleCounts, table);
        if (paper.Abstract is { } text) Count(counts, text, 1, table);
        var words = new WordCount[counts.Count];
        var filled = 0;
        foreach (var (word, count) in counts) words[filled++] = new WordCount(word, count);
        Array.Sort(words, static (a, b) => string.CompareOrdinal(a.Word, b.Word));
        return words;
    }

    /// <summary>The words of names as they are written in a paper, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> surfaces)
    {
        var table = new WordTable();
        return [.. surfaces.SelectMany(surface => FindWords(surface, table)).Select(span => span.Word).Distinct()
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>Where some of the words of <see cref="From"/> stand in a title or an abstract, in the order of the text.</summary>
    public static IReadOnlyList<WordSpan> Find(string text, IReadOnlyCollection<string> words) =>
        [.. FindWords(text, new WordTable()).Where(span => words.Contains(span.Word))];

    private static void Count(Dictionary<string, int> counts, string text, int times, WordTable table)
    {
        foreach (var span in FindWords(text, table)) CollectionsMarshal.GetValueRefOrAddDefault(counts, span.Word, out _) += times;
    }

    private static IEnumerable<WordSpan> FindWords(string text, WordTable table)
    {
        var tokens = Tokenizer.Tokens(text, table);
        foreach (var part in WordPart.Split(tokens))
        {
            if (!tokens[part.Token].IsWord) continue;
            var word = WithoutPossessive(part.Form);
            if (word.Length > 1 && char.IsLetter(word[0]) && !StopWords.Contains(word))
                yield return new WordSpan(word, part.Start, part.Length);
        }
    }

    /// <summary>The form without the apostrophe of "bird's" and "agents'", of which the singular has taken the s already.</summary>
    private static string WithoutPossessive(string form)
    {
        if (form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("\u2019s", StringComparison.Ordinal)) return form[..^2];
        return form.TrimEnd('\'', '\u2019');
    }
}
