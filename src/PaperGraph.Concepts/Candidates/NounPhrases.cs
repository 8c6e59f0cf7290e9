using System.Runtime.InteropServices;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Chunks of adjectives, participles and nouns that end in a noun, as long as they go; without praise in front.</summary>
internal static class NounPhrases
{
    private const int MaxLength = 6;

    /// <summary>"learning rate" is a name, "enhancing models" is not.</summary>
    private const float MinTermhoodOfGerund = 0.4f;

    private const float MinTermhoodInside = 0.2f;
    private const float MinTermhoodOfPlural = 0.3f;

    public static List<TokenSpan> Chunks(AnalyzedField field, PartOfSpeech[] tags)
    {
        var tokens = CollectionsMarshal.AsSpan(field.Tokens);
        var chunks = new List<TokenSpan>(tokens.Length / 4);
        foreach (var sentence in field.Sentences)
        {
            var first = -1;
            for (var i = sentence.First; i <= sentence.End; i++)
            {
                var isInside = i < sentence.End && IsInside(tokens[i], tags[i]) && !IsVerbal(tokens, tags, i, first >= 0)
                    && !AuthorCitations.IsPart(tokens, i);
                if (first >= 0 && (!isInside || IsPlural(tokens[i - 1])))
                {
                    Add(chunks, tokens, tags, first, i);
                    first = -1;
                }

                if (isInside && first < 0) first = i;
            }
        }

        return chunks;
    }

    /// <summary>
    /// Adds the chunk itself and its parts that end in a noun, at most six words long and not all generic; a single word only where it is
    /// the whole chunk, or a coined name.
    /// </summary>
    public static void AddSpans(List<TokenSpan> spans, TokenSpan chunk, AnalyzedField field, PartOfSpeech[] tags)
    {
        var tokens = CollectionsMarshal.AsSpan(field.Tokens);
        for (var end = chunk.End; end > chunk.First; end--)
        {
            if (!CanEnd(tokens[end - 1], tags[end - 1], end - 1 > chunk.First)) continue;
            for (var first = Math.Max(chunk.First, end - MaxLength); first < end; first++)
            {
                if (!CanStart(tokens, tags, first, end) || end - first > 1 && Has(tokens[end - 1], WordShape.ProperName)
                    || CommonWords.AreGeneric(tokens[first..end])
                    || end - first == 2 && IsSubjectAndVerb(tokens[first], tokens[first + 1])) continue;
                if (end - first > 1 || chunk.Count == 1 || Has(tokens[first], WordShape.Coined)) spans.Add(new TokenSpan(first, end));
            }
        }
    }

    private static void Add(List<TokenSpan> chunks, ReadOnlySpan<Token> tokens, PartOfSpeech[] tags, int first, int end)
    {
        while (first < end && OnlyDescribes(tokens, tags, first, end)) first++;
        while (end > first && !CanEnd(tokens[end - 1], tags[end - 1], end - 1 > first)) end--;
        if (end > first) chunks.Add(new TokenSpan(first, end));
    }

    /// <summary>"large improvements", "12.5 hours", and the participle in "attracted much attention".</summary>
    private static bool OnlyDescribes(ReadOnlySpan<Token> tokens, PartOfSpeech[] tags, int at, int end) =>
        IsNumber(tokens[at], tags[at]) || IsPraise(tokens[at], tags[at]) || at > 0 && IsUnit(tokens, tags, at)
        || tags[at] is PartOfSpeech.Participle or PartOfSpeech.Gerund && at + 1 < end && IsPraise(tokens[at + 1], tags[at + 1]);

    private static bool IsNumber(Token token, PartOfSpeech tag) => tag == PartOfSpeech.Number || Has(token, WordShape.Quantity);

    private static bool IsUnit(ReadOnlySpan<Token> tokens, PartOfSpeech[] tags, int at) =>
        Has(tokens[at], WordLists.Units) && (tokens[at].Length < 3 || IsNumber(tokens[at - 1], tags[at - 1]));

    private static bool IsPraise(Token token, PartOfSpeech tag) =>
        Has(token, WordLists.Praise) && (tag != PartOfSpeech.Noun || Has(token, WordShape.Hyphen) || token.Lower is "frontier" or "sota");

    private static bool IsInside(Token token, PartOfSpeech tag) =>
        tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Number
        && token.IsWord && !Has(token, WordShape.Apostrophe) && !Has(token, WordLists.Function) && !FormHas(token, WordLists.Verbs);

    /// <summary>"a design incorporating backdoors", "a method called pruning": what goes on is no part of the phrase.</summary>
    private static bool IsVerbal(ReadOnlySpan<Token> tokens, PartOfSpeech[] tags, int at, bool isAfterPhrase) =>
        (tags[at] == PartOfSpeech.Gerund || tags[at] == PartOfSpeech.Participle && isAfterPhrase && tags[at - 1] == PartOfSpeech.Noun)
        && CorpusStatistics.Termhood(tokens[at].Lower) < MinTermhoodInside;

    /// <summary>A phrase ends with its plural: in "deep layers handle noise" nothing joins "layers" and what follows.</summary>
    private static bool IsPlural(Token token) => Has(token, WordShape.Plural);

    /// <summary>"WidgetNet faces", "approach unifies": no plural that names end in, behind a word that is a subject by itself.</summary>
    private static bool IsSubjectAndVerb(Token first, Token second) =>
        (Has(first, WordShape.ProperName) || FormHas(first, WordLists.VagueHeads))
        && IsPlural(second) && CorpusStatistics.Termhood(second.Word.Form) < MinTermhoodOfPlural;

    private static bool CanEnd(Token token, PartOfSpeech tag, bool hasMore) =>
        (tag == PartOfSpeech.Noun || tag == PartOfSpeech.Gerund && hasMore || Has(token, WordShape.HyphenatedName))
        && token.Length > 1 && !(hasMore && FormHas(token, WordLists.EmptyHeads)) && !Has(token, WordShape.CompoundAdjective)
        && !IsAdverb(token);

    /// <summary>Some are taken for nouns at the end of a phrase: "each benchmark uniquely demands".</summary>
    private static bool IsAdverb(Token token) =>
        token.Length > 5 && token.Lower.EndsWith("ly", StringComparison.Ordinal) && char.IsLower(token.Surface[0])
            ? CorpusStatistics.Termhood(token.Lower) < MinTermhoodInside
            : token.Lower is "verbatim" or "and-then" or "alike" or "apart" or "alone";

    private static bool CanStart(ReadOnlySpan<Token> tokens, PartOfSpeech[] tags, int at, int end)
    {
        var (token, tag) = (tokens[at], tags[at]);
        if (end == at + 1) return (tag == PartOfSpeech.Noun || Has(token, WordShape.HyphenatedName)) && Has(token, WordShape.ThreeLetters);
        if (IsNumber(token, tag) || IsPraise(token, tag)) return false;
        return tag != PartOfSpeech.Gerund
            || !Has(token, WordLists.VerbalGerunds) && CorpusStatistics.Termhood(token.Lower) >= MinTermhoodOfGerund;
    }

    private static bool Has(Token token, WordShape shape) => (token.Word.Traits.Shape & shape) != 0;

    private static bool Has(Token token, WordLists list) => (token.Word.Traits.Lists & list) != 0;

    private static bool FormHas(Token token, WordLists list) => (token.Word.Traits.ListsOfForm & list) != 0;
}
