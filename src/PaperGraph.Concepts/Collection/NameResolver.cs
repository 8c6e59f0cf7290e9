using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Which component a paper's name belongs to: the paper's own abbreviations first, then the dominant reading of the
/// collection; a short form with several readings and none that dominates stays unresolved.
/// </summary>
internal sealed class NameResolver
{
    private const float ByDocument = 0.95f;
    private const float ByVocabulary = 0.9f;
    private const float ByText = 0.8f;

    private readonly Readings readings = new();
    private readonly Components components;
    private readonly ConceptVocabulary vocabulary;
    private readonly Dictionary<string, DominantReading?> dominant = [];

    public NameResolver(IReadOnlyList<PaperNames> papers, ConceptVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        foreach (var entry in vocabulary.Entries) readings.Add(entry);
        foreach (var paper in papers) readings.Add(paper);

        components = new Components(key => readings.Contains(key) && vocabulary.Find(key)?.Key != key ? null : vocabulary.Find(key)?.Key);
        foreach (var entry in vocabulary.Entries)
            foreach (var alias in entry.Aliases)
                if (ConceptKey.Of(alias) is var key && !readings.Contains(key)) components.Unite(entry.Key, key);
        readings.Unite(components);
        UniteExpansions(papers);
        UnitePlurals(papers);
    }

    public Dictionary<string, ResolvedName> Resolve(PaperNames paper)
    {
        var resolved = new Dictionary<string, ResolvedName>(paper.Names.Count);
        foreach (var name in paper.Names)
            if (Resolve(name, paper.DefinedKey(name.Key)) is { } concept) resolved[name.Key] = concept;
        new PaperContext(
            paper, resolved, key => vocabulary.Find(key) is not null, (key, component) => readings.IsReading(key, component, components)).Resolve();
        return resolved;
    }

    public bool IsShort(string key) => readings.Contains(key);

    /// <summary>The vocabulary's entry for a component, or null.</summary>
    public VocabularyEntry? Entry(string component) => components.EntryKey(component) is { } key ? vocabulary.Find(key) : null;

    private ResolvedName? Resolve(PaperName name, string? longForm)
    {
        var key = name.Key;
        if (longForm is not null)
            return new ResolvedName(components.Find(longForm), ResolvedBy.Document, ByDocument);
        if (!readings.Contains(key))
            return vocabulary.Find(key) is not { } known
                ? new ResolvedName(components.Find(key), ResolvedBy.Text, ByText)
                : name.Surfaces.All(surface => surface.Origin == NameOrigin.Text && IsOtherWord(surface.Surface, known)) ? null
                : new ResolvedName(components.Find(key), ResolvedBy.Vocabulary, ByVocabulary);
        if (Dominant(key) is not { } reading) return null;

        var entry = vocabulary.Find(key);
        return entry is not null && components.Find(entry.Key) == reading.Component
            ? new ResolvedName(reading.Component, ResolvedBy.Vocabulary, ByVocabulary * reading.Share)
            : new ResolvedName(reading.Component, ResolvedBy.Collection, ByText * reading.Share * reading.Weight / (reading.Weight + 1));
    }

    private DominantReading? Dominant(string shortKey)
    {
        if (!dominant.TryGetValue(shortKey, out var reading)) dominant[shortKey] = reading = readings.Dominant(shortKey, components);
        return reading;
    }

    /// <summary>"multimodal LLM" is what "multimodal large language model" is, "flow-matching model" what "flow matching" is.</summary>
    private void UniteExpansions(IReadOnlyList<PaperNames> papers)
    {
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            foreach (var name in paper.Names) Offer(names, name.Key, name.Surfaces[0].Surface);
            foreach (var pair in paper.Abbreviations) Offer(names, pair.LongKey, pair.Long);
        }

        var expansions = new List<(string Key, string Expanded)>();
        foreach (var (key, surface) in names)
        {
            if (Expanded(surface) is { } expanded && expanded != key) expansions.Add((key, expanded));
            if (WithoutHead(surface) is { } bare && bare != key) expansions.Add((key, bare));
        }

        foreach (var (key, expanded) in expansions) components.Unite(key, expanded);
        dominant.Clear();
    }

    /// <summary>The s of a name with capitals inside is its own, unless papers also write the name without it.</summary>
    private void UnitePlurals(IReadOnlyList<PaperNames> papers)
    {
        var keys = papers.SelectMany(paper => paper.Names).Select(name => name.Key).ToHashSet();
        foreach (var key in papers.SelectMany(paper => paper.Names).Where(IsPluralName).Select(name => name.Key).Distinct().Order(StringComparer.Ordinal))
            if (keys.Contains(key[..^1])) components.Unite(key, key[..^1]);
    }

    private static bool IsPluralName(PaperName name) =>
        name.Key.Length > 3 && name.Key[^1] == 's' && name.Surfaces[0].Surface is var surface && surface[^1] == 's' && !surface.Contains(' ')
        && Plausibility.LooksCoined(surface);

    private void Offer(SortedDictionary<string, string> names, string key, string surface)
    {
        if (readings.Contains(key) || !surface.Contains(' ')) return;
        if (!names.TryGetValue(key, out var known) || string.CompareOrdinal(surface, known) < 0) names[key] = surface;
    }

    /// <summary>What the vocabulary calls a name that goes on with a generic head only; null for other names.</summary>
    private string? WithoutHead(string surface)
    {
        var space = surface.LastIndexOf(' ');
        var head = surface[(space + 1)..];
        if (space < 0 || vocabulary.Find(ConceptKey.Of(surface)) is not null) return null;
        if (!ConceptKey.IsGenericHead(WordForms.Singular(head.ToLowerInvariant(), head))) return null;
        var key = ConceptKey.Of(surface[..space]);
        if (vocabulary.Find(key) is not { } entry || IsOtherWord(surface[..space], entry)) return null;
        return !readings.Contains(key) ? entry.Key : Dominant(key) is { } reading && components.EntryKey(reading.Component) == entry.Key ? entry.Key : null;
    }

    /// <summary>A proper name of one word needs a capital: "replicas" are not Replica, "complex networks" not ComplEx.</summary>
    private static bool IsOtherWord(string surface, VocabularyEntry entry) =>
        (entry.IsProperName || Plausibility.LooksCoined(entry.Name)) && !entry.Name.Contains(' ') && Plausibility.HasCapital(entry.Name)
        && !Plausibility.HasCapital(surface)
        && entry.Aliases.All(alias => Plausibility.HasCapital(alias) || ConceptKey.Of(alias) != ConceptKey.Of(surface));

    private string? Expanded(string surface)
    {
        var changed = false;
        var words = surface.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd('s');
            if (!Readings.IsShort(word) || Dominant(ConceptKey.Of(word)) is not { } reading) continue;
            if (vocabulary.Find(reading.Component)?.Name is not { } name || Readings.IsShort(name)) continue;
            words[i] = name;
            changed = true;
        }

        return changed ? ConceptKey.Of(string.Join(' ', words)) : null;
    }
}
