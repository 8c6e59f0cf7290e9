using System.Collections.Frozen;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Vocabulary;

/// <summary>Entries by the key of any of their names: those of the gazetteer, and what sources state. What comes first wins.</summary>
public sealed class ConceptVocabulary
{
    private readonly FrozenDictionary<string, VocabularyEntry> byKey;

    private ConceptVocabulary(IReadOnlyList<VocabularyEntry> entries)
    {
        Entries = entries;
        var keys = new Dictionary<string, VocabularyEntry>();
        foreach (var entry in entries) keys.TryAdd(entry.Key, entry);
        foreach (var entry in entries)
            foreach (var alias in entry.Aliases) keys.TryAdd(ConceptKey.Create(alias), entry);
        byKey = keys.ToFrozenDictionary();
    }

    internal static IReadOnlyList<string> Files => VocabularyFiles.Names;

    /// <summary>The vocabulary that PaperGraph ships.</summary>
    public static ConceptVocabulary Default { get; } = Load();

    public IReadOnlyList<VocabularyEntry> Entries { get; }

    /// <summary>The entry that a name's key belongs to, or null.</summary>
    public VocabularyEntry? Find(string key) => byKey.GetValueOrDefault(key);

    public static ConceptVocabulary Create(IEnumerable<VocabularyEntry> entries) => new([.. entries]);

    /// <summary>This vocabulary with what sources state, see <see cref="StatedVocabulary"/>.</summary>
    public ConceptVocabulary With(IReadOnlyCollection<StatedNames> stated) =>
        stated.Count == 0 ? this : StatedVocabulary.Create(this, stated);

    private static ConceptVocabulary Load()
    {
        var entries = new List<VocabularyEntry>();
        var seen = new HashSet<string>();
        foreach (var file in Files)
            foreach (var row in ShippedData.Rows(file))
            {
                var entry = Entry(row);
                if (seen.Add(entry.Key)) entries.Add(entry);
            }

        return new ConceptVocabulary(entries);
    }

    private static VocabularyEntry Entry(string[] row)
    {
        var entry = new VocabularyEntry(
            row[0].TrimStart('='), Enum.Parse<ConceptKind>(row[1]), TsvResource.List(row[2]), TsvResource.List(row[3]), row[4]);
        return row[0].StartsWith('=') ? entry with { IsProperName = true } : entry;
    }
}
