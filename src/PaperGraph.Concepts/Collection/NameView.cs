using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>The records of a collection as they were, or as they become: what was read, under what is written.</summary>
/// <param name="papers">The number of papers of the collection.</param>
/// <param name="keysHeld">See <see cref="EditedRecords.UsualHeld"/>.</param>
internal sealed class NameView(VocabularyNames names, CollectionCache cache, int papers, int keysHeld)
{
    /// <summary>A name tells of a paper's context where no more than one of so many papers has it.</summary>
    private const int Rarity = 64;

    /// <summary>Papers that a name may have in a small collection to tell of the context.</summary>
    private const int FewPapers = 4;

    private readonly EditedRecords written = new(keysHeld);

    /// <summary>
    /// The first key that was given a reference here; whether it still has it is for whoever asks to see. Nearly all are given to one key.
    /// </summary>
    private readonly Dictionary<int, string> noted = [];

    /// <summary>The others.</summary>
    private readonly Dictionary<int, HashSet<string>> notedOthers = [];

    public VocabularyNames Names => names;

    public ConceptVocabulary Vocabulary => names.Vocabulary;

    public int Papers => papers;

    public int MaxTelling { get; } = Math.Max(FewPapers, Quantization.Up(papers) / Rarity);

    /// <summary>The keys whose records were edited.</summary>
    public IReadOnlyCollection<string> Edited => written.Keys;

    public bool IsEdited(string key) => written.Contains(key);

    public NameRecord Get(string key) => written.Find(key) ?? cache.Record(key);

    public NameRecord Edit(string key) => written.Edit(key, known => cache.Record(known).Clone());

    /// <summary>What is asked for most of a record, at less cost than <see cref="Get"/>.</summary>
    public NameOutline Outline(string key) => written.Outline(key) ?? NameOutline.Of(cache.Record(key));

    /// <inheritdoc cref="EditedRecords.Packed"/>
    public byte[] Packed(string key) => written.Packed(key);

    /// <inheritdoc cref="EditedRecords.Pack"/>
    public void Pack(bool isEnd) => written.Pack(isEnd);

    /// <summary>Whether the key is a short form of something, by whomever.</summary>
    public bool IsShort(string key) => names.IsShort(key) || Outline(key).HasSenses;

    public string Leader(string key) => (Outline(key).HasLeader ? Get(key).Leader : null) ?? names.Leader(key);

    /// <summary>The leading key by the vocabulary and long forms alone.</summary>
    public string LongFormLeader(string key) => (Outline(key).HasLeader ? Get(key).LongFormLeader : null) ?? names.Leader(key);

    /// <summary>The entry of a component, or null.</summary>
    /// <param name="component">A leading key.</param>
    public VocabularyEntry? Entry(string component) =>
        Vocabulary.Find(component) is { } entry && entry.Key == component ? entry : null;

    /// <summary>The keys that a short form stands for: in how many papers, and how much speaks for each with the vocabulary.</summary>
    public IEnumerable<(string LongKey, int Papers, int Weight)> Senses(string shortKey)
    {
        var told = Get(shortKey).Senses;
        var listed = names.Listed(shortKey);
        foreach (var (longKey, sense) in told)
            yield return (longKey, sense.Papers, sense.Papers + listed.FirstOrDefault(entry => entry.Key == longKey).Value);
        foreach (var (entryKey, weight) in listed)
            if (!told.ContainsKey(entryKey)) yield return (entryKey, 0, weight);
    }

    /// <summary>The short forms that stand for a key.</summary>
    public IEnumerable<string> ShortForms(string longKey)
    {
        var told = KeysWith(CollectionReference.StandsFor(longKey)).Where(key => Get(key).Senses.ContainsKey(longKey));
        return told.Concat(names.ShortFormsOf(longKey)).Distinct();
    }

    /// <summary>Notes that a key refers to another, see <see cref="CollectionReference"/>.</summary>
    public void Note(int reference, string key)
    {
        if (noted.TryAdd(reference, key) || noted[reference] == key) return;
        if (!notedOthers.TryGetValue(reference, out var keys)) notedOthers[reference] = keys = [];
        keys.Add(key);
    }

    /// <summary>All keys that have a reference, and maybe others.</summary>
    public IEnumerable<string> KeysWith(int reference)
    {
        var stored = cache.KeysWith(reference);
        if (!noted.TryGetValue(reference, out var first)) return stored;
        var others = notedOthers.TryGetValue(reference, out var keys) ? keys : Enumerable.Empty<string>();
        return stored.Append(first).Concat(others).Distinct();
    }

    /// <summary>The component that a short form means where the paper does not say, or null where none dominates.</summary>
    public DominantSense? Dominant(string shortKey) => Dominant(shortKey, Leader);

    /// <summary>The same by long forms alone: what the words of phrases are spelt out by.</summary>
    public DominantSense? DominantByLongForms(string shortKey) => Dominant(shortKey, LongFormLeader);

    /// <summary>Papers that define a short form, and how many of them as a component.</summary>
    public (int All, int Meant) Definitions(string shortKey, string? component)
    {
        var (all, meant) = (0, 0);
        foreach (var (longKey, sense) in Get(shortKey).Senses)
        {
            all += sense.Papers;
            if (Leader(longKey) == component) meant += sense.Papers;
        }

        return (all, meant);
    }

    public bool IsSense(string shortKey, string component)
    {
        foreach (var (longKey, _, _) in Senses(shortKey))
            if (Leader(longKey) == component) return true;
        return false;
    }

    private DominantSense? Dominant(string shortKey, Func<string, string> leader)
    {
        var weights = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        foreach (var (longKey, _, weight) in Senses(shortKey))
        {
            var component = leader(longKey);
            weights[component] = weights.GetValueOrDefault(component) + weight;
            total += weight;
        }

        if (total == 0) return null;
        var (best, most) = weights.MaxBy(sense => sense.Value);
        return most < Collection.Senses.DominantShare * total
            ? null
            : new DominantSense(best, Quantization.Share(most, total), Quantization.Down(most));
    }
}
