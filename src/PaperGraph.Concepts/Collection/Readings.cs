using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>What short forms stand for: in how many papers each is defined as what, and what the vocabulary says.</summary>
internal sealed class Readings
{
    /// <summary>A reading of the vocabulary counts as much as definitions in this many papers.</summary>
    private const int VocabularyWeight = 3;

    private const double DominantShare = 0.7;

    private readonly SortedDictionary<string, SortedDictionary<string, int>> longForms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> words = [];
    private readonly Dictionary<string, string> spelling = [];

    public void Add(PaperNames paper)
    {
        foreach (var pair in paper.Abbreviations)
        {
            if (pair.ShortKey.Length == 0 || pair.LongKey.Length == 0 || pair.ShortKey == pair.LongKey) continue;
            Count(pair.ShortKey, pair.LongKey, 1);
            if (!spelling.TryGetValue(pair.LongKey, out var known) || string.CompareOrdinal(pair.Long, known) < 0)
                spelling[pair.LongKey] = pair.Long;
        }
    }

    /// <summary>The short forms that the vocabulary lists beside a longer name.</summary>
    public void Add(VocabularyEntry entry)
    {
        foreach (var alias in entry.Aliases)
            if (IsShort(alias)) Count(ConceptKey.Of(alias), entry.Key, VocabularyWeight);
        if (entry.Aliases.Count > 0 && IsShort(entry.Name)) Count(entry.Key, entry.Key, VocabularyWeight);
    }

    public bool Contains(string key) => longForms.ContainsKey(key);

    public bool IsReading(string shortKey, string component, Components components)
    {
        if (!longForms.TryGetValue(shortKey, out var readings)) return false;
        foreach (var longForm in readings.Keys)
            if (components.Find(longForm) == component) return true;
        return false;
    }

    /// <summary>Spellings of one long form, however the papers vary it, become one component.</summary>
    public void Unite(Components components)
    {
        foreach (var (longForm, text) in spelling) words[longForm] = Content(text);
        foreach (var readings in longForms.Values)
        {
            var ranked = readings.Keys.Where(words.ContainsKey)
                .OrderByDescending(longForm => readings[longForm]).ThenBy(longForm => longForm, StringComparer.Ordinal).Take(40).ToList();
            for (var i = 0; i < ranked.Count; i++)
                for (var j = i + 1; j < ranked.Count; j++)
                    if (AreVariants(words[ranked[i]], words[ranked[j]])) components.Unite(ranked[i], ranked[j]);
        }
    }

    /// <summary>The component that a short form means where the paper does not say, or null where none dominates.</summary>
    public DominantReading? Dominant(string shortKey, Components components)
    {
        if (!longForms.TryGetValue(shortKey, out var readings)) return null;
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var (longForm, count) in readings)
        {
            var component = components.Find(longForm);
            weights[component] = weights.GetValueOrDefault(component) + count;
            total += count;
        }

        var (best, weight) = weights.MaxBy(reading => reading.Value);
        return weight < DominantShare * total ? null : new DominantReading(best, Steps.Share(weight, total), Steps.Down(weight));
    }

    /// <summary>Written like an abbreviation: capitals that are not only the first letters of words.</summary>
    internal static bool IsShort(string name) =>
        name.Length is >= 2 and <= 8 && !name.Contains(' ') && Plausibility.LooksCoined(name) && name.Count(char.IsUpper) > 1;

    private void Count(string shortKey, string longKey, int papers)
    {
        if (!longForms.TryGetValue(shortKey, out var readings))
            longForms[shortKey] = readings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        readings[longKey] = readings.GetValueOrDefault(longKey) + papers;
    }

    private static string[] Content(string longForm) =>
        [.. LongFormAlignment.Words(longForm).Where(word => !LongFormAlignment.Skippable.Contains(word.Lower))
            .Select(word => WordForms.Singular(word.Lower, word.Lower))];

    /// <summary>Three quarters of the words are the same, or each is a form of the other's at its place (vision, visual).</summary>
    private static bool AreVariants(string[] first, string[] second)
    {
        if (first.Length == 0 || second.Length == 0) return false;
        var shared = first.Intersect(second).Count();
        if (shared >= 0.75 * first.Union(second).Count()) return true;
        if (first.Length != second.Length) return false;
        for (var i = 0; i < first.Length; i++)
            if (!AreForms(first[i], second[i])) return false;
        return true;
    }

    private static bool AreForms(string first, string second)
    {
        var common = first.AsSpan().CommonPrefixLength(second);
        return first == second || common >= 3 && common >= Math.Min(first.Length, second.Length) - 3;
    }
}

/// <param name="Share">Of all definitions of the short form; in steps, see <see cref="Steps"/>.</param>
/// <param name="Weight">Papers that define it so; in steps.</param>
internal readonly record struct DominantReading(string Component, float Share, int Weight);
