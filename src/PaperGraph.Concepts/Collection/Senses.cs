using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Collection;

/// <summary>What short forms stand for: how much speaks for it, and which of their long forms are spellings of one.</summary>
internal static class Senses
{
    /// <summary>A sense of the vocabulary counts as much as definitions in this many papers.</summary>
    public const int VocabularyWeight = 3;

    public const double DominantShare = 0.7;

    /// <summary>How many long forms of one short form are compared with each other: the most frequent.</summary>
    private const int MaxCompared = 40;

    /// <summary>Written like an abbreviation: capitals that are not only the first letters of words.</summary>
    public static bool IsShort(string name) =>
        name.Length is >= 2 and <= 8 && !name.Contains(' ') && Plausibility.LooksCoined(name) && name.Count(char.IsUpper) > 1;

    /// <summary>Pairs of long forms of a short form that are spellings of one, the more frequent first.</summary>
    public static IReadOnlyList<(string First, string Second)> Variants(string shortKey, NameView view)
    {
        if (!view.Outline(shortKey).HasSenses) return [];
        var ranked = view.Senses(shortKey)
            .OrderByDescending(sense => sense.Papers).ThenBy(sense => sense.LongKey, StringComparer.Ordinal)
            .Select(sense => (Key: sense.LongKey, view.Get(sense.LongKey).Spelling))
            .Where(sense => sense.Spelling is not null)
            .Take(MaxCompared)
            .ToList();
        if (ranked.Count < 2) return [];
        var words = ranked.ConvertAll(sense => WordVariants.Content(sense.Spelling!));
        var pairs = new List<(string, string)>();
        for (var i = 0; i < ranked.Count; i++)
            for (var j = i + 1; j < ranked.Count; j++)
                if (WordVariants.AreVariants(words[i], words[j])) pairs.Add((ranked[i].Key, ranked[j].Key));
        return pairs;
    }
}

/// <param name="Share">The share of all definitions of the short form, rounded as <see cref="Quantization"/> says.</param>
/// <param name="Weight">Papers that define it so; in steps.</param>
internal readonly record struct DominantSense(string Component, float Share, int Weight);
