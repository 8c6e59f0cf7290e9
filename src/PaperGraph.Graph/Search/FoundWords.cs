using System.Text;
using System.Text.RegularExpressions;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>Where in a text the words of a search stand, by the rules of <c>search_text</c> and of the dictionary behind it.</summary>
internal sealed partial class FoundWords
{
    private const int MinLettersBeforeNumber = 3;

    // What stands between the parts of one word.
    private const string Joiners = "/._<>-";

    private readonly ILookup<string, string?[]> phrases;

    public FoundWords(SearchText search) =>
        phrases = search.Wanted.SelectMany(term => term.Forms.Prepend(term.Text))
            .Select(Phrase)
            .Where(phrase => phrase.Length > 0)
            .ToLookup(phrase => phrase[0]!);

    /// <summary>The ranges of the text that match, in order; parts of one word that all match are one range.</summary>
    public IReadOnlyList<TextRange> In(string text)
    {
        var words = Words(text).ToList();
        var isFound = new bool[words.Count];
        for (var first = 0; first < words.Count; first++)
        {
            foreach (var phrase in phrases[words[first].Stem].Where(phrase => StandsAt(words, first, phrase)))
                for (var i = 0; i < phrase.Length; i++) isFound[first + i] |= phrase[i] is not null;
        }
        foreach (var (start, end) in FoundJoined(text))
            for (var i = 0; i < words.Count; i++) isFound[i] |= words[i].Start >= start && words[i].Start < end;

        var ranges = new List<TextRange>();
        foreach (var (start, length, _) in words.Where((_, place) => isFound[place]))
        {
            if (ranges.Count > 0 && AreJoined(text, ranges[^1].End, start))
                ranges[^1] = ranges[^1] with { Length = start + length - ranges[^1].Start };
            else
                ranges.Add(new TextRange(start, length));
        }
        return ranges;
    }

    /// <summary>Whether any of the words of a text is in the index of words.</summary>
    public static bool IsInIndex(string text) => Phrase(text).Length > 0;

    /// <summary>Where words are joined by hyphens and found as one word.</summary>
    private IEnumerable<(int Start, int End)> FoundJoined(string text)
    {
        foreach (var joined in JoinedByHyphens().Matches(text).Cast<Match>())
        {
            var words = Words(joined.Value.Replace("-", "", StringComparison.Ordinal)).ToList();
            if (words.Index().Any(word => phrases[word.Item.Stem].Any(phrase => StandsAt(words, word.Index, phrase))))
                yield return (joined.Index, joined.Index + joined.Length);
        }
    }

    private static bool StandsAt(List<(int Start, int Length, string Stem)> words, int first, string?[] phrase)
    {
        if (first + phrase.Length > words.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
            if (phrase[i] is { } stem && stem != words[first + i].Stem) return false;
        return true;
    }

    /// <summary>As <c>search_text</c> finds them.</summary>
    [GeneratedRegex("[A-Za-z0-9]+(?:-[A-Za-z][A-Za-z0-9]*)+")]
    private static partial Regex JoinedByHyphens();

    /// <summary>The stems of words that have to stand side by side; null for one that may be any, since it is in no index.</summary>
    private static string?[] Phrase(string text)
    {
        var stems = Words(text).Select(word => StopWords.HasStem(word.Stem) ? null : word.Stem).ToList();
        var (first, last) = (stems.FindIndex(stem => stem is not null), stems.FindLastIndex(stem => stem is not null));
        return first < 0 ? [] : [.. stems[first..(last + 1)]];
    }

    private static bool AreJoined(string text, int from, int to) =>
        to == from || (to == from + 1 && Joiners.Contains(text[from], StringComparison.Ordinal));

    private static IEnumerable<(int Start, int Length, string Stem)> Words(string text)
    {
        var folded = new StringBuilder();
        var start = -1;
        for (var at = 0; at <= text.Length;)
        {
            var length = 1;
            var character = default(Rune);
            if (at < text.Length) Rune.DecodeFromUtf16(text.AsSpan(at), out character, out length);
            var isOfWord = at < text.Length && WordCharacters.IsOfWord(character, start >= 0);
            if (start >= 0 && (!isOfWord || BeginsNumber(text, start, at)))
            {
                yield return (start, at - start, EnglishStemmer.Stem(folded.ToString()));
                folded.Clear();
                start = -1;
            }
            if (isOfWord)
            {
                if (start < 0) start = at;
                folded.AppendFolded(character);
            }
            at += length;
        }
    }

    /// <summary>Whether a name of three letters or more ends here and its number begins.</summary>
    private static bool BeginsNumber(string text, int start, int at) =>
        at - start >= MinLettersBeforeNumber
        && char.IsAsciiDigit(text[at])
        && text.AsSpan(at - MinLettersBeforeNumber, MinLettersBeforeNumber).IndexOfAnyExcept(AsciiLetters) < 0;

    private static readonly System.Buffers.SearchValues<char> AsciiLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
internal sealed record TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
