using System.Collections.Frozen;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>
/// What the text says that a name is: "X, a benchmark for folding", "X is a model", "X: A Large Dataset of Knots", "a metric called X",
/// "benchmarks such as X", and what the name itself ends in (X-Bench, X-7B).
/// </summary>
internal static class StatedKind
{
    private const int MaxPhraseLength = 14;
    private const int MaxBracketLength = 16;
    private const int MaxListLength = 24;
    private const int MaxPurposeLength = 6;

    private static readonly FrozenSet<string> Articles = new[] { "a", "an", "the", "our", "one", "two", "three", "another" }.ToFrozenSet();

    private static readonly FrozenSet<string> Naming = new[] { "called", "named", "dubbed", "termed", "namely", "coined" }.ToFrozenSet();

    /// <summary>"a suite of benchmarks", "a model family": the word beside them says what it is.</summary>
    private static readonly FrozenSet<string> Collective =
        new[] { "collection", "family", "series", "set", "suite", "variant", "version", "class", "group", "pair", "line" }.ToFrozenSet();

    /// <summary>
    /// The kind, and how firmly the place states it: 4 where it tells what the name is, less where it only suggests it; or null.
    /// </summary>
    /// <param name="first">The index of the name's first token.</param>
    /// <param name="last">The index of the name's last token.</param>
    public static (ConceptKind Kind, int Weight)? Find(AnalyzedField field, PartOfSpeech[] tags, int first, int last)
    {
        var tokens = field.Tokens;
        if (!char.IsUpper(tokens[first].Surface[0]) && !tokens[last].Word.Traits.Shape.HasFlag(WordShape.Coined)) return null;
        if (Explained(field, tags, first, last) is { } explained) return (explained, 4);
        if (Named(tokens, first) is { } named) return (named, 4);
        if (BySpelling(tokens[last].Surface) is { } spelt) return (spelt, 1);
        return Listed(tokens, first) is { } listed ? (listed, 2) : null;
    }

    /// <summary>Behind the name: an apposition, "is a", the tail of a title.</summary>
    private static ConceptKind? Explained(AnalyzedField field, PartOfSpeech[] tags, int first, int last)
    {
        var tokens = field.Tokens;
        var at = last + 1;
        while (at < tokens.Count && tokens[at].Surface is "}" or "\"" or "'" or "*" or "\u201d") at++;
        var inBrackets = at + 1 < tokens.Count && tokens[at].Surface == "(" && Articles.Contains(tokens[at + 1].Lower);
        if (at < tokens.Count && tokens[at].Surface == "(" && !inBrackets) at = BehindBrackets(tokens, at);
        if (at + 1 >= tokens.Count) return null;
        if (field.Field == TextField.Title && first == 0 && IsColon(tokens[at].Surface))
            return tokens[at + 1].Lower == "benchmarking"
                ? ConceptKind.Dataset
                : PhraseKind(tokens, tags, at + (Articles.Contains(tokens[at + 1].Lower) ? 2 : 1));
        var explains = inBrackets
            || tokens[at].Surface is "," or ":" or "\u2014" or "\u2013" or "--" or "---"
            || tokens[at].Lower is "is" or "are" or "as";
        return explains && Articles.Contains(tokens[at + 1].Lower) ? PhraseKind(tokens, tags, at + 2) : null;
    }

    private static bool IsColon(string mark) => mark is ":" or "\u2014" or "\u2013" or "--" or "---" or "-";

    private static int BehindBrackets(List<Token> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Count && i < at + MaxBracketLength; i++)
            if (tokens[i].Surface == ")") return i + 1;
        return at;
    }

    /// <summary>
    /// The kind of a noun phrase's last word; a noun behind one that tells a kind takes it away ("a model compression method").
    /// </summary>
    private static ConceptKind? PhraseKind(List<Token> tokens, PartOfSpeech[] tags, int from)
    {
        ConceptKind? kind = null;
        var isCollective = false;
        for (var i = from; i < tokens.Count && i < from + MaxPhraseLength; i++)
        {
            var token = tokens[i];
            if (KindByHead.Heads.TryGetValue(token.Word.Pieces.Length > 0 ? token.Word.Pieces[^1].Form : token.Word.Form, out var told))
                (kind, isCollective) = (told, false);
            else if (token.Lower == "measure" && tags[i] == PartOfSpeech.Noun) (kind, isCollective) = (ConceptKind.Metric, false);
            else if (Collective.Contains(token.Word.Form)) isCollective = kind is null;
            else if (isCollective && token.Lower == "of") return PhraseKind(tokens, tags, i + 1);
            else if (token.Kind == TokenKind.Punctuation)
            {
                if (kind is not null || token.Surface is not ("," or "/" or "\"" or "'")) return kind;
            }
            else if (IsEnd(token, tags[i], kind is not null)) return kind;
            else if (kind is not null) kind = null;
        }

        return kind;
    }

    /// <summary>What no noun phrase goes on with; of verbs' forms only in front of the noun ("a pretrained model trained on it").</summary>
    private static bool IsEnd(Token token, PartOfSpeech tag, bool hasHead) => tag switch
    {
        PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Number => false,
        PartOfSpeech.Gerund or PartOfSpeech.Participle => hasHead,
        PartOfSpeech.Adverb => hasHead,
        PartOfSpeech.Conjunction => hasHead || token.Lower is not ("and" or "or" or "yet" or "but"),
        _ => token.IsWord,
    };

    /// <summary>In front of the name: "a dataset called X", "a new metric, X".</summary>
    private static ConceptKind? Named(List<Token> tokens, int first)
    {
        var at = first - 1;
        if (at < 1) return null;
        var isNamed = Naming.Contains(tokens[at].Lower);
        if (isNamed) at--;
        if (at > 0 && tokens[at].Surface is "," or ":" or "(") at--;
        else if (!isNamed && at < 1) return null;
        if (!KindByHead.Heads.TryGetValue(tokens[at].Word.Form, out var kind) || !isNamed && tokens[at].Word.Form != tokens[at].Lower)
            return null;
        return isNamed ? WithPurpose(tokens, at) ?? kind : kind;
    }

    /// <summary>"a framework for long tasks, called X": what is called so stands in front of its purpose.</summary>
    private static ConceptKind? WithPurpose(List<Token> tokens, int at)
    {
        for (var i = at - 1; i > 0 && i > at - MaxPurposeLength && tokens[i].IsWord; i--)
            if (tokens[i].Lower is "for" or "on" or "to" or "with")
                return KindByHead.Heads.TryGetValue(tokens[i - 1].Word.Form, out var kind) ? kind : null;
        return null;
    }

    /// <summary>Finds a kind that is said before a list, as in "benchmarks such as A and B".</summary>
    private static ConceptKind? Listed(List<Token> tokens, int first)
    {
        for (var i = first - 1; i > 0 && i > first - MaxListLength; i--)
        {
            var token = tokens[i];
            var opens = token.Lower is "including" or "like" or "e.g" or "namely" || token.Lower == "as" && tokens[i - 1].Lower == "such";
            if (opens)
            {
                var at = token.Lower == "as" ? i - 2 : i - 1;
                if (at >= 0 && tokens[at].Surface is "," or "(") at--;
                return at >= 0 && KindByHead.Heads.TryGetValue(tokens[at].Word.Form, out var kind) ? kind : null;
            }

            if (token.IsWord && !char.IsUpper(token.Surface[0]) && token.Lower is not ("and" or "or")
                && !token.Word.Traits.Shape.HasFlag(WordShape.Coined)) return null;
            if (token.Surface is "." or ";" or "?" or "!") return null;
        }

        return null;
    }

    /// <summary>FrobBench, Frob-QA are datasets, Frob-7B a model.</summary>
    private static ConceptKind? BySpelling(string surface)
    {
        if (surface.EndsWith("Bench", StringComparison.OrdinalIgnoreCase) && surface.Length > 5
            || surface.EndsWith("QA", StringComparison.Ordinal) && surface.Length > 3
            || surface.EndsWith("-Eval", StringComparison.OrdinalIgnoreCase)
            || surface.Length > 5 && surface.EndsWith("Eval", StringComparison.Ordinal)
            || surface.EndsWith("Corpus", StringComparison.Ordinal)
            || surface.EndsWith("Dataset", StringComparison.Ordinal)) return ConceptKind.Dataset;
        var hyphen = surface.LastIndexOf('-');
        if (hyphen > 1 && surface[^1] is 'B' or 'b' && surface.Length - hyphen > 2
            && surface.AsSpan(hyphen + 1, surface.Length - hyphen - 2).IndexOfAnyExceptInRange('.', '9') < 0) return ConceptKind.Model;
        return null;
    }
}
