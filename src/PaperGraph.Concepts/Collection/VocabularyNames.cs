using System.Runtime.CompilerServices;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>What the vocabulary alone says of keys, made once: its short forms, and which keys are names of which entries.</summary>
internal sealed class VocabularyNames
{
    private static readonly ConditionalWeakTable<ConceptVocabulary, VocabularyNames> Made = [];

    /// <summary>Keys of entries by their short forms, each with how much the vocabulary speaks for it.</summary>
    private readonly Dictionary<string, SortedDictionary<string, int>> listed = [];
    private readonly Dictionary<string, List<string>> shortFormsOf = [];
    private readonly Dictionary<string, List<NameUnion>> unions = [];
    private readonly Dictionary<string, List<string>> keysOf = [];
    private readonly Dictionary<string, string> leaders = [];

    private VocabularyNames(ConceptVocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        foreach (var entry in vocabulary.Entries)
        {
            foreach (var alias in entry.Aliases)
                if (Senses.IsShort(alias)) List(ConceptKey.Create(alias), entry.Key);
            if (Senses.IsShort(entry.Name)) List(entry.Key, entry.Key);
        }

        var place = 0;
        foreach (var entry in vocabulary.Entries)
        {
            Belongs(entry.Key);
            foreach (var alias in entry.Aliases)
            {
                var key = ConceptKey.Create(alias);
                Belongs(key);
                var union = new NameUnion(NameUnionPhase.Alias, "", place++, entry.Key, key);
                Get(unions, entry.Key).Add(union);
                if (key != entry.Key) Get(unions, key).Add(union);
            }
        }

        var components = new Components(key => EntryKey(key, IsShort(key)));
        foreach (var union in unions.Values.SelectMany(some => some).Distinct().Order())
            if (!IsShort(union.Second)) components.Unite(union.First, union.Second);
        foreach (var key in unions.Keys)
            if (components.Find(key) is var leader && leader != key) leaders[key] = leader;
    }

    public ConceptVocabulary Vocabulary { get; }

    public static VocabularyNames Of(ConceptVocabulary vocabulary) => Made.GetValue(vocabulary, static given => new VocabularyNames(given));

    public bool IsShort(string key) => listed.ContainsKey(key);

    /// <summary>The keys of the entries that a short form stands for, with their weights.</summary>
    public IReadOnlyCollection<KeyValuePair<string, int>> Listed(string shortKey) =>
        listed.TryGetValue(shortKey, out var entries) ? entries : [];

    /// <summary>The short forms that stand for an entry.</summary>
    public IReadOnlyList<string> ShortFormsOf(string entryKey) => shortFormsOf.GetValueOrDefault(entryKey) ?? [];

    /// <summary>
    /// The keys of which <see cref="ConceptVocabulary.Find"/> gives the entry of a key; none where the key is not an entry's.
    /// </summary>
    public IReadOnlyList<string> KeysOf(string entryKey) => keysOf.GetValueOrDefault(entryKey) ?? [];

    /// <summary>The names of entries that a key is one of, or has, as unions. They hold as long as the name is no short form.</summary>
    public IReadOnlyList<NameUnion> Unions(string key) => unions.GetValueOrDefault(key) ?? [];

    /// <summary>The leading key where no paper says otherwise.</summary>
    public string Leader(string key) => leaders.GetValueOrDefault(key) ?? key;

    /// <summary>The entry that a key brings into its component: short forms bring none but that of which they are the name.</summary>
    public string? EntryKey(string key, bool isShort) =>
        Vocabulary.Find(key) is { } entry && (!isShort || entry.Key == key) ? entry.Key : null;

    private void Belongs(string key)
    {
        var keys = Get(keysOf, Vocabulary.Find(key)!.Key);
        if (!keys.Contains(key)) keys.Add(key);
    }

    private void List(string shortKey, string entryKey)
    {
        if (!listed.TryGetValue(shortKey, out var entries))
            listed[shortKey] = entries = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (!entries.ContainsKey(entryKey)) Get(shortFormsOf, entryKey).Add(shortKey);
        entries[entryKey] = entries.GetValueOrDefault(entryKey) + Senses.VocabularyWeight;
    }

    private static List<TItem> Get<TItem>(Dictionary<string, List<TItem>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
