using System.Collections.Frozen;
using System.Runtime.InteropServices;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts;

/// <summary>A stored text with its tokens, sentences and abbreviations.</summary>
internal sealed record AnalyzedField(
    TextField Field,
    string Text,
    List<Token> Tokens,
    List<TokenSpan> Sentences,
    List<WordPart> Parts,
    IReadOnlyList<Abbreviation> Abbreviations,
    bool IsTitleCase)
{
    /// <summary>Keys of phrases that papers abbreviate and that name nothing.</summary>
    private static readonly FrozenSet<string> PhrasesWithoutMeaning =
        new[] { "endtoend", "groundtruth", "percentagepoint", "stateoftheart", "stateofart" }.ToFrozenSet();

    public static AnalyzedField Create(TextField field, string text) => Create(field, text, new WordTable());

    /// <param name="words">The table that keeps the words.</param>
    public static AnalyzedField Create(TextField field, string text, WordTable words)
    {
        var tokens = Tokenizer.Tokens(text, words);
        return new AnalyzedField(
            field, text, tokens, Concepts.Text.Sentences.Split(tokens), WordPart.Split(tokens),
            Definitions(text, field), MostWordsAreCapitalized(tokens));
    }

    /// <summary>Index of the first part that starts at or behind a place of the text.</summary>
    public int PartFrom(int start)
    {
        var (low, high) = (0, Parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Parts[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The parts that lie in a stretch of the text; at least one, be it one that is cut.</summary>
    public WordPiece[] PiecesBetween(int start, int end)
    {
        var first = PartFrom(start);
        var last = first;
        while (last < Parts.Count && Parts[last].End <= end) last++;
        if (last == first) return [Parts[PartAt(start)].Piece];
        var pieces = new WordPiece[last - first];
        for (var i = 0; i < pieces.Length; i++) pieces[i] = Parts[first + i].Piece;
        return pieces;
    }

    /// <summary>Index of the last part that starts at or before a place of the text, or of the first one.</summary>
    private int PartAt(int start) => Math.Max(0, PartFrom(start + 1) - 1);

    /// <summary>Index of the last token that starts at or before a place of the text.</summary>
    public int TokenAt(int start)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Tokens[middle].Start <= start) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>What the text defines, without symbols of one letter, beginnings (<see cref="Ellipsis"/>) and what names nothing.</summary>
    private static List<Abbreviation> Definitions(string text, TextField field) => AbbreviationFinder.Find(text, field == TextField.Title)
        .FindAll(
            pair => pair.Short.Length > 1 && !Ellipsis.Is(text, pair) && LongFormAlignment.SpellsNumber(pair.Short, pair.Long)
                && !NamesNothing(pair));

    /// <summary>
    /// A generic word, be it one with hyphens ("end-to-end"), that the vocabulary does not know. Where it knows the short form the
    /// definition holds all the same: it says that the paper means something else. So does a phrase of several words, however general.
    /// </summary>
    private static bool NamesNothing(Abbreviation pair)
    {
        var key = ConceptKey.Create(pair.Long);
        if (PhrasesWithoutMeaning.Contains(key)) return true;
        var words = Tokenizer.Tokens(pair.Long);
        return words.Count == 1 && CommonWords.AreGeneric(CollectionsMarshal.AsSpan(words))
            && ConceptVocabulary.Default.Find(key) is null && ConceptVocabulary.Default.Find(ConceptKey.Create(pair.Short)) is null;
    }

    private static bool MostWordsAreCapitalized(List<Token> tokens)
    {
        int words = 0, capitalized = 0;
        foreach (var token in tokens)
        {
            if (!token.IsWord || token.Length < 4) continue;
            words++;
            if (char.IsUpper(token.Surface[0])) capitalized++;
        }

        return 10 * capitalized > 7 * words;
    }
}
