using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>What short forms stand for: in how many papers each is defined as what, and what the vocabulary says.</summary>
internal sealed class Senses(ConceptVocabulary vocabulary)
{
    /// <summary>A sense of the vocabulary counts as much as definitions in this many papers.</summary>
    public const int VocabularyWeight = 3;

    public const double DominantShare = 0.7;

    /// <summary>How many long forms of one short form are compared with each other: the most frequent.</summary>
    private const int MaxCompared = 40;

    private readonly SortedDictionary<string, SortedDictionary<string, int>> longForms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ShortKey, string LongKey), int> listed = [];
    private readonly Dictionary<string, string[]> words = [];
    private readonly Dictionary<string, string> spelling = [];

    /// <summary>Long forms that spell out the short names of entries, with the keys of these.</summary>
    private readonly SortedDictionary<string, SortedSet<string>> expansions = new(StringComparer.Ordinal);

    public void Add(PaperNames paper)
    {
        foreach (var pair in paper.Abbreviations)
        {
            if (pair.ShortKey.Length == 0 || pair.LongKey.Length == 0 || pair.IsCoined) continue;
            Count(pair.ShortKey, pair.LongKey, 1);
            if (!spelling.TryGetValue(pair.LongKey, out var known) || string.CompareOrdinal(pair.Long, known) < 0)
                spelling[pair.LongKey] = pair.Long;
            if (vocabulary.Find(pair.ShortKey) is not { } entry || !NameExpansion.SpellsOut(entry, pair, paper)) continue;
            if (!expansions.TryGetValue(pair.LongKey, out var entries))
                expansions[pair.LongKey] = entries = new SortedSet<string>(StringComparer.Ordinal);
            entries.Add(entry.Key);
        }
    }

    /// <summary>The short forms that the vocabulary lists: beside a longer name, or as the only one.</summary>
    public void Add(VocabularyEntry entry)
    {
        foreach (var alias in entry.Aliases)
            if (IsShort(alias)) List(ConceptKey.Create(alias), entry.Key);
        if (IsShort(entry.Name)) List(entry.Key, entry.Key);
    }

    public bool Contains(string key) => longForms.ContainsKey(key);

    public bool IsSense(string shortKey, string component, Components components)
    {
        if (!longForms.TryGetValue(shortKey, out var senses)) return false;
        foreach (var longForm in senses.Keys)
            if (components.Find(longForm) == component) return true;
        return false;
    }

    /// <summary>
    /// Spellings of one long form, however the papers vary it, become one component, and so do a short name of the vocabulary and
    /// what spells it out; what would spell out two of them is left alone.
    /// </summary>
    public void Unite(Components components)
    {
        foreach (var (longForm, text) in spelling) words[longForm] = WordVariants.Content(text);
        foreach (var (longForm, entries) in expansions)
            if (entries.Count == 1) components.Unite(entries.Min!, longForm);
        foreach (var senses in longForms.Values)
        {
            var ranked = senses.Keys.Where(words.ContainsKey)
                .OrderByDescending(longForm => senses[longForm]).ThenBy(longForm => longForm, StringComparer.Ordinal).Take(MaxCompared)
                .ToList();
            for (var i = 0; i < ranked.Count; i++)
                for (var j = i + 1; j < ranked.Count; j++)
                    if (WordVariants.AreVariants(words[ranked[i]], words[ranked[j]])) components.Unite(ranked[i], ranked[j]);
        }
    }

    /// <summary>Papers that define a short form, and how many of them as a component.</summary>
    public (int All, int Meant) Definitions(string shortKey, string? component, Components components)
    {
        if (!longForms.TryGetValue(shortKey, out var senses)) return default;
        var (all, meant) = (0, 0);
        foreach (var (longForm, count) in senses)
        {
            all += count;
            if (components.Find(longForm) == component) meant += count;
        }

        return (all, meant);
    }

    /// <summary>The component that a short form means where the paper does not say, or null where none dominates.</summary>
    public DominantSense? Dominant(string shortKey, Components components)
    {
        if (!longForms.TryGetValue(shortKey, out var senses)) return null;
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var (longForm, count) in senses)
        {
            var component = components.Find(longForm);
            var weight = count + listed.GetValueOrDefault((shortKey, longForm));
            weights[component] = weights.GetValueOrDefault(component) + weight;
            total += weight;
        }

        var (best, most) = weights.MaxBy(sense => sense.Value);
        return most < DominantShare * total ? null : new DominantSense(best, Quantization.Share(most, total), Quantization.Down(most));
    }

    /// <summary>Written like an abbreviation: capitals that are not only the first letters of words.</summary>
    internal static bool IsShort(string name) =>
        name.Length is >= 2 and <= 8 && !name.Contains(' ') && Plausibility.LooksCoined(name) && name.Count(char.IsUpper) > 1;

    private void List(string shortKey, string entryKey)
    {
        Count(shortKey, entryKey, 0);
        listed[(shortKey, entryKey)] = listed.GetValueOrDefault((shortKey, entryKey)) + VocabularyWeight;
    }

    private void Count(string shortKey, string longKey, int papers)
    {
        if (!longForms.TryGetValue(shortKey, out var senses))
            longForms[shortKey] = senses = new SortedDictionary<string, int>(StringComparer.Ordinal);
        senses[longKey] = senses.GetValueOrDefault(longKey) + papers;
    }
}

/// <param name="Share">The share of all definitions of the short form, rounded as <see cref="Quantization"/> says.</param>
/// <param name="Weight">Papers that define it so; in steps.</param>
internal readonly record struct DominantSense(string Component, float Share, int Weight);
