using System.Collections.Frozen;
using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Whether two long forms of one short form differ in their wording only. Words at the same place have to be forms of one stem: what is
/// left of each behind the stem is an ending ("vision" and "visual"), so that "graph" and "gradient" matching stay two.
/// </summary>
internal static class WordVariants
{
    private const double SharedWords = 0.75;
    private const int MinStemLength = 3;

    private static readonly FrozenSet<string> Endings = new[]
    {
        "", "able", "ance", "ant", "ary", "ated", "ating", "ation", "ator", "d", "e", "ed", "ement", "ence", "ent", "er", "ial", "ible",
        "ic", "ics", "ied", "ies", "ified", "ing", "ion", "ional", "ity", "ive", "ively", "ization", "ize", "ized", "izer", "izing", "ly",
        "ment", "ness", "or", "r", "ry", "tic", "tion", "ual", "ure", "y", "ze", "zed", "zing",
    }.ToFrozenSet();

    /// <summary>The words of a long form that count, in the singular.</summary>
    public static string[] Content(string longForm) =>
        [.. LongFormAlignment.Words(longForm).Where(word => !LongFormAlignment.Skippable.Contains(word.Lower))
            .Select(word => WordForms.Singular(word.Lower, word.Lower))];

    /// <summary>Three quarters of the words are the same, or each is a form of the other's at its place.</summary>
    public static bool AreVariants(string[] first, string[] second)
    {
        if (first.Length == 0 || second.Length == 0) return false;
        if (first.Intersect(second).Count() >= SharedWords * first.Union(second).Count()) return true;
        if (first.Length != second.Length) return false;
        for (var i = 0; i < first.Length; i++)
            if (!AreForms(first[i], second[i])) return false;
        return true;
    }

    private static bool AreForms(string first, string second)
    {
        if (first == second) return true;
        var least = Math.Max(MinStemLength, Math.Max(first.Length, second.Length) / 2);
        for (var stem = first.AsSpan().CommonPrefixLength(second); stem >= least; stem--)
            if (AreEndings(first[stem..], second[stem..])) return true;
        return false;
    }

    /// <summary>"al" makes an adjective of a noun, and else other words: "removal" is of "remove", "local" not of "location".</summary>
    private static bool AreEndings(string first, string second) =>
        (first, second) is ("al", "" or "e") or ("" or "e", "al") || Endings.Contains(first) && Endings.Contains(second);
}
