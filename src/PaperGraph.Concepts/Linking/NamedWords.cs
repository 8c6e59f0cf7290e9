using System.Collections.Frozen;
using PaperGraph.Concepts.Text;

namespace PaperGraph.Concepts.Linking;

/// <summary>
/// The words that are told as a reason. Others ("open", "rethinking", "outperform") count beside them, but are not named, and all of them
/// together are no reason.
/// </summary>
internal static class NamedWords
{
    /// <summary>A word with a lesser share of its uses inside names is seldom what papers are about.</summary>
    private const float MinTermhood = 0.1f;

    /// <summary>Parts of hyphenated words that say nothing without the other part: self-supervised, layer-wise, GPT-4.</summary>
    private static readonly FrozenSet<string> Bound = new[]
    {
        "agnostic", "anti", "aware", "based", "centric", "co", "cross", "driven", "fine", "free", "gpt", "inter", "intra", "multi", "non",
        "oriented", "post", "pre", "pro", "pseudo", "quasi", "re", "self", "semi", "shot", "specific", "sub", "ultra", "un", "wise",
    }.ToFrozenSet();

    /// <summary>
    /// Words of papers of any subject that the lists of <see cref="CommonWords"/> do not hold, as some are parts of names.
    /// </summary>
    private static readonly FrozenSet<string> Everywhere = """
        ablation advantage amount assessment attempt automatic automatically building choice closed closer coarse combination
        component continually creation deep deeper degradation dependent design difficulty downstream dynamically effectiveness
        efficacy efficiency emerging empirical end ended evidence explicit explicitly extensive extensively factor feature finding
        flexibility fully generalist global grained growth hard help hybrid idea impact implicit implicitly importance integral
        integration intermediate introduction key lightweight limit live local manner manual matched meticulously methodology
        million billion mixed module named native noisy obtaining open opening part perspective phase physically platform promise
        proof proposal purpose qualitative quantitative reduction requirement rethink rethinking revisit revisiting role rule
        scalability scalable scheme seen sharing side sparsely speedup stage structure structured tailoring targeted thorough trend
        turn type underexplored unseen utility validation variant
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Unspecific =
        CommonWords.Praise.Concat(Everywhere).Concat(CommonWords.VagueHeads).Concat(CommonWords.Verbs.SelectMany(Inflected)).ToFrozenSet();

    public static bool Contains(string word) =>
        CorpusStatistics.Termhood(word) >= MinTermhood && !Bound.Contains(word) && !Unspecific.Contains(word);

    /// <summary>A verb with its regular forms, and what begins with re: outperformed, verified, reevaluating.</summary>
    private static IEnumerable<string> Inflected(string verb)
    {
        var last = verb[^1];
        foreach (var beginning in new[] { "", "re" })
        {
            var stem = beginning + (verb.EndsWith('e') ? verb[..^1] : verb);
            var past = verb.EndsWith('y') ? stem[..^1] + "i" : stem;
            yield return beginning + verb;
            yield return stem + "ing";
            yield return past + "ed";
            yield return stem + last + "ing";
            yield return stem + last + "ed";
        }
    }
}
