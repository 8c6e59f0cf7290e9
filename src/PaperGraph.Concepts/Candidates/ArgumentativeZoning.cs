using System.Collections.Frozen;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Candidates;

/// <summary>What an abstract does with what it names, the weakest claim first.</summary>
internal enum Zone : byte
{
    /// <summary>The first two sentences, as long as they do not speak of the paper itself.</summary>
    Background,
    Other,

    /// <summary>Behind "we", "our", "this paper".</summary>
    Own,

    /// <summary>Behind "via", "through", "leverages", "including": what the paper works by.</summary>
    Means,

    /// <summary>Behind "introduce", "propose", "a novel", "called".</summary>
    Proposed,
}

/// <summary>
/// The zone of each token, a plain form of argumentative zoning (S. Teufel and M. Moens, "Summarizing scientific articles", Computational
/// Linguistics 2002): the keywords of a paper stand where it tells what is its own, seldom where it tells what all know.
/// </summary>
internal static class ArgumentativeZoning
{
    private const int BackgroundSentences = 2;

    /// <summary>What a cue opens; null for what ends the reach of "introduce" and "via". A list goes on: "via A, B and C".</summary>
    private static readonly FrozenDictionary<string, Zone?> Cues = new (Zone? Zone, string Words)[]
    {
        (Zone.Own, "we our ours"),
        (Zone.Means, "via through using leverage leverages leveraging employ employs employing including by"),
        (Zone.Proposed,
            "introduce introduces introducing propose proposes proposing present presents develop develops novel called named dubbed "
                + "termed"),
        (null, "to that which for on in of from where while ; : ."),
    }.SelectMany(cue => cue.Words.Split(' '), (cue, word) => (word, cue.Zone)).ToFrozenDictionary(cue => cue.word, cue => cue.Zone);

    public static Zone[] Find(AnalyzedField field)
    {
        var zones = new Zone[field.Tokens.Count];
        if (field.Field == TextField.Title)
        {
            Array.Fill(zones, Zone.Other);
            return zones;
        }

        for (var s = 0; s < field.Sentences.Count; s++)
        {
            var ground = s < BackgroundSentences ? Zone.Background : Zone.Other;
            var zone = ground;
            for (var i = field.Sentences[s].First; i < field.Sentences[s].End; i++)
            {
                var word = field.Tokens[i].Lower;
                if (Cues.TryGetValue(word, out var cue))
                {
                    if (cue is Zone.Own or Zone.Proposed) ground = Zone.Own;
                    zone = cue ?? ground;
                }

                zones[i] = zone;
            }
        }

        return zones;
    }
}
