using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>Where in a text the words of a search stand, by the rules of <c>search_words</c> and of the dictionary behind it.</summary>
internal sealed class FoundWords
{
    private const int MinLettersBeforeNumber = 3;

    // What stands between the parts of one word.
    private const string Joiners = "/._<>-";

    private readonly HashSet<string> stems;

    public FoundWords(SearchText search) =>
        stems =
        [
            .. search.Wanted.SelectMany(term => Words(term.Text).Concat(Words(term.Joined ?? "")))
                .Select(word => word.Stem)
                .Where(stem => !StopWords.Contains(stem)),
        ];

    /// <summary>The ranges of the text that match, in order; parts of one word that all match are one range.</summary>
    public IReadOnlyList<TextRange> In(string text)
    {
        var ranges = new List<TextRange>();
        foreach (var (start, length, stem) in Words(text))
        {
            if (!stems.Contains(stem)) continue;
            if (ranges.Count > 0 && AreJoined(text, ranges[^1].End, start))
                ranges[^1] = ranges[^1] with { Length = start + length - ranges[^1].Start };
            else
                ranges.Add(new TextRange(start, length));
        }
        return ranges;
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
            var isOfWord = at < text.Length && (Rune.IsLetterOrDigit(character) || (start >= 0 && IsMark(character)));
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

    private static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>PostgreSQL's list for English, without what its parser cuts off: they are in no index.</summary>
    private static readonly HashSet<string> StopWords =
    [
        .. """
            i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
            they them their theirs themselves what which who whom this that these those am is are was were be been being have has had
            having do does did doing a an the and but if or because as until while of at by for with about against between into
            through during before after above below to from up down in out on off over under again further then once here there when
            where why how all any both each few more most other some such no nor not only own same so than too very s t can will just
            don should now
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(EnglishStemmer.Stem),
    ];
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
internal sealed record TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
