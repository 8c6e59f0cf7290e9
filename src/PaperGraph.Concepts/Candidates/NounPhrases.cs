using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Candidates;

/// <summary>Chunks of adjectives, participles and nouns that end in a noun, as long as they go; without praise in front.</summary>
internal static class NounPhrases
{
    private const int Longest = 6;

    /// <summary>"learning rate" is a name, "enhancing models" is not.</summary>
    private const float LeastTermhoodOfGerund = 0.4f;

    private const float LeastTermhoodInside = 0.2f;
    private const float LeastTermhoodOfPlural = 0.3f;

    public static List<TokenSpan> Chunks(AnalyzedField field, PartOfSpeech[] tags)
    {
        var (tokens, sentences) = (field.Tokens, field.Sentences);
        var chunks = new List<TokenSpan>();
        foreach (var sentence in sentences)
        {
            var first = -1;
            for (var i = sentence.First; i <= sentence.End; i++)
            {
                var isInside = i < sentence.End && IsInside(tokens, tags, i) && !CommonWords.Verbs.Contains(field.Forms[i])
                    && !IsVerbal(tokens, tags, i, first >= 0);
                if (first >= 0 && (!isInside || IsPlural(tokens[i - 1], field.Forms[i - 1])))
                {
                    Add(chunks, field, tags, first, i);
                    first = -1;
                }

                if (isInside && first < 0) first = i;
            }
        }

        return chunks;
    }

    /// <summary>
    /// The chunk itself and its parts that end in a noun, at most six words long and not all generic; a single word only where it is
    /// the whole chunk, or a coined name.
    /// </summary>
    public static IEnumerable<TokenSpan> Spans(TokenSpan chunk, AnalyzedField field, PartOfSpeech[] tags)
    {
        var tokens = field.Tokens;
        for (var end = chunk.End; end > chunk.First; end--)
        {
            if (!CanEnd(field, tags, end - 1, end - 1 > chunk.First)) continue;
            for (var first = Math.Max(chunk.First, end - Longest); first < end; first++)
            {
                if (!CanStart(tokens, tags, first, end) || end - first > 1 && IsProperName(tokens[end - 1].Surface)
                    || CommonWords.AreGeneric(field.Forms.AsSpan(first, end - first))
                    || end - first == 2 && IsSubjectAndVerb(field, first)) continue;
                if (end - first > 1 || chunk.Count == 1 || Plausibility.LooksCoined(tokens[first].Surface)) yield return new TokenSpan(first, end);
            }
        }
    }

    private static void Add(List<TokenSpan> chunks, AnalyzedField field, PartOfSpeech[] tags, int first, int end)
    {
        while (first < end && OnlyDescribes(field.Tokens, tags, first, end)) first++;
        while (end > first && !CanEnd(field, tags, end - 1, end - 1 > first)) end--;
        if (end > first) chunks.Add(new TokenSpan(first, end));
    }

    /// <summary>"large improvements", "12.5 hours", and the participle in "attracted much attention".</summary>
    private static bool OnlyDescribes(List<Token> tokens, PartOfSpeech[] tags, int at, int end) =>
        tags[at] == PartOfSpeech.Number || IsQuantity(tokens[at].Surface) || IsPraise(tokens, tags, at)
        || at > 0 && IsUnit(tokens, tags, at) || tags[at] is PartOfSpeech.Participle or PartOfSpeech.Gerund && at + 1 < end && IsPraise(tokens, tags, at + 1);

    private static bool IsUnit(List<Token> tokens, PartOfSpeech[] tags, int at) =>
        CommonWords.Units.Contains(tokens[at].Lower.TrimEnd('s'))
        && (tokens[at].Length < 3 || tags[at - 1] == PartOfSpeech.Number || IsQuantity(tokens[at - 1].Surface));

    private static bool IsPraise(List<Token> tokens, PartOfSpeech[] tags, int at) =>
        (tags[at] != PartOfSpeech.Noun || tokens[at].Lower is "frontier" or "sota" || tokens[at].Lower.Contains('-'))
        && (CommonWords.Praise.Contains(tokens[at].Lower) || tokens[at].Lower.StartsWith("well-", StringComparison.Ordinal));

    private static bool IsInside(List<Token> tokens, PartOfSpeech[] tags, int at) =>
        tokens[at].IsWord
        && !tokens[at].Surface.AsSpan().ContainsAny('\'', '\u2019')
        && tags[at] is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Participle or PartOfSpeech.Gerund or PartOfSpeech.Number
        && !CommonWords.Function.Contains(tokens[at].Lower);

    /// <summary>"a design incorporating backdoors", "a method called pruning": what goes on is no part of the phrase.</summary>
    private static bool IsVerbal(List<Token> tokens, PartOfSpeech[] tags, int at, bool isAfterPhrase) =>
        (tags[at] == PartOfSpeech.Gerund || tags[at] == PartOfSpeech.Participle && isAfterPhrase && tags[at - 1] == PartOfSpeech.Noun)
        && Background.Termhood(tokens[at].Lower) < LeastTermhoodInside;

    /// <summary>A phrase ends with its plural: in "deep layers handle noise" nothing joins "layers" and what follows.</summary>
    private static bool IsPlural(Token token, string form) =>
        form.Length < token.Length && token.Surface[^1] == 's' && (char.IsUpper(token.Surface[^2]) || !Plausibility.LooksCoined(token.Surface));

    /// <summary>"WidgetNet faces", "approach unifies": no plural that names end in, behind a word that is a subject by itself.</summary>
    private static bool IsSubjectAndVerb(AnalyzedField field, int first) =>
        (IsProperName(field.Tokens[first].Surface) || CommonWords.VagueHeads.Contains(field.Forms[first]))
        && IsPlural(field.Tokens[first + 1], field.Forms[first + 1]) && Background.Termhood(field.Forms[first + 1]) < LeastTermhoodOfPlural;

    private static bool CanEnd(AnalyzedField field, PartOfSpeech[] tags, int at, bool hasMore) =>
        (tags[at] == PartOfSpeech.Noun || tags[at] == PartOfSpeech.Gerund && hasMore || IsHyphenatedName(field.Tokens[at].Surface))
        && field.Tokens[at].Length > 1 && !(hasMore && CommonWords.EmptyHeads.Contains(field.Forms[at])) && !IsCompoundAdjective(field.Tokens[at].Lower);

    /// <summary>"graph-based", "two-stage": whatever the tagger makes of it, something has to follow.</summary>
    private static bool IsCompoundAdjective(string word) =>
        word.LastIndexOf('-') is > 0 and var hyphen
        && (CommonWords.AdjectiveEndings.Contains(word[(hyphen + 1)..])
            || word.EndsWith("ed", StringComparison.Ordinal) && word.Length - hyphen > 5
            || CommonWords.AdjectiveBeginnings.Contains(word[..hyphen]));

    private static bool CanStart(List<Token> tokens, PartOfSpeech[] tags, int at, int end)
    {
        if (end == at + 1) return (tags[at] == PartOfSpeech.Noun || IsHyphenatedName(tokens[at].Surface)) && IsNameLike(tokens[at].Surface);
        if (tags[at] == PartOfSpeech.Number || IsQuantity(tokens[at].Surface) || IsPraise(tokens, tags, at)) return false;
        return tags[at] != PartOfSpeech.Gerund
            || !CommonWords.VerbalGerunds.Contains(tokens[at].Lower) && Background.Termhood(tokens[at].Lower) >= LeastTermhoodOfGerund;
    }

    /// <summary>SpectraReward, OmniMRG-Bench, GPT-4o: what stands before it only describes it. Not so in "video LLMs".</summary>
    private static bool IsProperName(string word) =>
        Plausibility.LooksCoined(word)
        && (word.Skip(1).Count(char.IsLower) > 2 || char.IsUpper(word[0]) && word.AsSpan().IndexOfAnyInRange('0', '9') > 1 && word[^1] != 'D');

    /// <summary>SWE-Factory, SuperWriter-Agent: no adjectives, whatever the tagger makes of the hyphen.</summary>
    private static bool IsHyphenatedName(string word) =>
        word.LastIndexOf('-') is > 0 and var hyphen && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1])
        && word.Take(hyphen).Count(char.IsUpper) > 1;

    /// <summary>8B, 1.5times, 40K, 512-token, 50+; not 3D, 4DGS, 4-bit, 360-degree.</summary>
    private static bool IsQuantity(string word)
    {
        if (!char.IsAsciiDigit(word[0])) return false;
        var at = 1;
        while (at < word.Length && (char.IsAsciiDigit(word[at]) || word[at] is '.' or ',' or '+')) at++;
        if (at == word.Length) return true;
        if (word[at] == '-') return word[at..] is not ("-bit" or "-degree" or "-DoF");
        return word[at] != 'D'
            && (CommonWords.Units.Contains(word[at..].ToLowerInvariant()) || word.Length == at + 1 || char.IsLower(word[at]) || word.AsSpan(at).Contains('-'));
    }

    /// <summary>Three letters at least: not 3D, 8B, v2, R1.</summary>
    private static bool IsNameLike(string word) => word.Count(char.IsLetter) > 2;
}
