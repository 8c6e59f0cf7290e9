using System.Collections.Frozen;
using PaperGraph.Concepts.Text;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Abbreviations;

/// <summary>
/// The names that a paper introduces as its own: "X: …" and "X -- …" in its title, "we introduce X", "a benchmark called X", "we present
/// a new benchmark, X". What other papers define such a name as says nothing about this one.
/// </summary>
internal static class CoinedNames
{
    private const int MaxTokensInTitle = 2;

    /// <summary>Tokens behind "we introduce" among which an apposition may name what is introduced.</summary>
    private const int Reach = 16;

    private static readonly FrozenSet<string> Introducing = new[]
    {
        "build", "construct", "contribute", "create", "curate", "describe", "design", "develop", "introduce", "introduces", "introducing",
        "present", "presents", "presenting", "propose", "proposes", "proposing", "release", "releases", "releasing", "unveil",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Naming = new[] { "called", "coined", "dubbed", "named", "termed" }.ToFrozenSet();

    private static readonly FrozenSet<string> InFront =
        new[] { "a", "an", "the", "our", "new", "novel", "as", "it", "them", "this", "\"", "'" }.ToFrozenSet();

    public static List<string> Find(AnalyzedField field)
    {
        var names = new List<string>();
        if (field.Field == TextField.Title) AddHead(field, names);
        else
            for (var i = 0; i < field.Tokens.Count; i++)
                if (Naming.Contains(field.Tokens[i].Lower)) AddNext(field.Tokens, i + 1, names);
                else if (Introducing.Contains(field.Tokens[i].Lower))
                {
                    AddNext(field.Tokens, i + 1, names);
                    AddAppositions(field.Tokens, i + 1, names);
                }

        return names;
    }

    /// <summary>
    /// Finds the coined names of one word that are names by the look of them, or stand with their capital inside of a sentence, and that
    /// begin no longer name wherever they stand: "Survey: …" coins nothing, nor does "we propose Multi-Head Folding".
    /// </summary>
    public static IReadOnlySet<string> Certain(IReadOnlyList<AnalyzedField> fields)
    {
        var names = fields.SelectMany(Find).Where(name => !name.Contains(' ')).ToHashSet();
        names.RemoveWhere(name => !fields.Any(field => StandsAlone(field, name)));
        return names;
    }

    private static bool StandsAlone(AnalyzedField field, string name)
    {
        for (var i = 0; i + 1 < field.Tokens.Count; i++)
        {
            var (token, next) = (field.Tokens[i], field.Tokens[i + 1]);
            if (token.Surface != name || (token.Word.Traits.Shape & (WordShape.CompoundAdjective | WordShape.Quantity)) != 0) continue;
            if (next.IsWord
                && (next.Lower == "of" || Plausibility.HasCapital(next.Surface)
                    || (next.Word.Traits.Lists & WordLists.Function) == 0)) continue;
            if (IsGlued(field.Tokens, i) || field.Abbreviations.Any(pair => pair.LongStart == token.Start && pair.Long != name)) continue;
            if (Plausibility.LooksCoined(name) || !field.IsTitleCase && i > 0 && field.Tokens[i - 1].IsWord) return true;
        }

        return false;
    }

    /// <summary>"Embodied.cpp", "Positive--Negative", "Builders' tools".</summary>
    private static bool IsGlued(List<Token> tokens, int at) => tokens[at + 1] is var mark && mark.Start == tokens[at].End
        && (mark.Surface is "'" or "\u2019" or "-"
            || at + 2 < tokens.Count && tokens[at + 2].IsWord && tokens[at + 2].Start == mark.End && mark.Surface is not ("(" or "/"));

    private static void AddHead(AnalyzedField field, List<string> names)
    {
        var tokens = field.Tokens;
        for (var i = 1; i < tokens.Count - 1 && i <= MaxTokensInTitle; i++)
        {
            if (!EndsHead(tokens, i)) continue;
            var head = field.Text[tokens[0].Start..tokens[i - 1].End];
            if (Plausibility.HasCapital(head)) names.Add(head);
            return;
        }
    }

    /// <summary>A colon, or a dash behind a blank.</summary>
    private static bool EndsHead(List<Token> tokens, int at) => tokens[at].Surface[0] is ':' or '\u2014'
        || tokens[at].Surface[0] is '-' or '\u2013' && tokens[at].Start > tokens[at - 1].End;

    private static void AddNext(List<Token> tokens, int at, List<string> names)
    {
        while (at < tokens.Count && InFront.Contains(tokens[at].Lower)) at++;
        if (at < tokens.Count && IsName(tokens[at]) && (Plausibility.LooksCoined(tokens[at].Surface) || !BeginsName(tokens, at)))
            names.Add(tokens[at].Surface);
    }

    /// <summary>"We propose Momentum Tracking" does not coin "Momentum".</summary>
    private static bool BeginsName(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].IsWord && Plausibility.HasCapital(tokens[at + 1].Surface);

    /// <summary>", X," and ", X:" and ", X." in the same sentence.</summary>
    private static void AddAppositions(List<Token> tokens, int from, List<string> names)
    {
        for (var i = from; i + 2 < tokens.Count && i < from + Reach && tokens[i].Surface is not ("." or ";"); i++)
            if (tokens[i].Surface is "," or ":" && IsName(tokens[i + 1]) && tokens[i + 2].Surface is "," or "." or ":" or ";")
                names.Add(tokens[i + 1].Surface);
    }

    /// <summary>A word with a capital, and no adjective that is made of one: "LLM-based".</summary>
    private static bool IsName(Token token)
    {
        if (!token.IsWord || token.Length < 2 || !Plausibility.HasCapital(token.Surface)) return false;
        var last = token.Surface.AsSpan(token.Surface.LastIndexOf('-') + 1);
        return last.Length == token.Length || last.ContainsAnyInRange('A', 'Z') || last.ContainsAnyInRange('0', '9');
    }
}
