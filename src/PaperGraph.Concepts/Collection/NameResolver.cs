using System.Collections.Concurrent;
using PaperGraph.Concepts.Abbreviations;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Which component a paper's name belongs to: what the paper itself says first, then the vocabulary, whose own names nothing replaces,
/// then the dominant sense of the collection. One definition, or few beside many papers that use the name without, are no sense
/// for papers that speak of other things: there a name stands for itself. A short form with several senses and none that
/// dominates stays unresolved.
/// </summary>
internal sealed class NameResolver
{
    private const float ByDocument = 0.95f;
    private const float ByVocabulary = 0.9f;
    private const float ByText = 0.8f;

    /// <summary>A name that so many times more papers use than define is one of its own, whatever these few say.</summary>
    private const int Outweighs = 8;

    /// <summary>An alias of the vocabulary that so many papers use is one of the field's, also where a title opens with it.</summary>
    private const int WellKnown = 4;

    private readonly Senses senses;
    private readonly SharedContext context;
    private readonly Components components;
    private readonly ConceptVocabulary vocabulary;
    private readonly ConcurrentDictionary<string, DominantSense?> dominant = new(StringComparer.Ordinal);

    public NameResolver(IReadOnlyList<PaperNames> papers, ConceptVocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        senses = new Senses(vocabulary);
        context = new SharedContext(papers);
        foreach (var entry in vocabulary.Entries) senses.Add(entry);
        foreach (var paper in papers) senses.Add(paper);

        components = new Components(key => senses.Contains(key) && vocabulary.Find(key)?.Key != key ? null : vocabulary.Find(key)?.Key);
        foreach (var entry in vocabulary.Entries)
            foreach (var alias in entry.Aliases)
                if (ConceptKey.Create(alias) is var key && !senses.Contains(key)) components.Unite(entry.Key, key);
        senses.Unite(components);
        UniteExpansions(papers);
        UnitePlurals(papers);
    }

    /// <summary>What the names of a paper mean. May be called by many threads at once.</summary>
    public Dictionary<string, ResolvedName> Resolve(PaperNames paper)
    {
        var resolved = new Dictionary<string, ResolvedName>(paper.Names.Count);
        foreach (var name in paper.Names)
            if (Resolve(paper, name) is { } concept) resolved[name.Key] = concept;
        new PaperContext(
            paper, resolved, key => vocabulary.Find(key) is not null, (key, component) => senses.IsSense(key, component, components))
                .Resolve();
        return resolved;
    }

    public bool IsShort(string key) => senses.Contains(key);

    /// <summary>The vocabulary's entry for a component, or null.</summary>
    public VocabularyEntry? Entry(string component) => components.EntryKey(component) is { } key ? vocabulary.Find(key) : null;

    private ResolvedName? Resolve(PaperNames paper, CountedName name)
    {
        var key = name.Key;
        if (paper.DefinedKey(key) is { } longForm)
            return new ResolvedName(components.Find(longForm), MentionResolution.Document, ByDocument);
        var known = vocabulary.Find(key);
        if (paper.Coins(key) && Own(name, known) is { } own) return own;
        if (known is not null && (known.Key == key || !senses.Contains(key))) return Known(name, known);
        if (!senses.Contains(key)) return Itself(key);

        var isItself = paper.Coins(key);
        if (Dominant(key) is not { } sense) return isItself || known is null && IsOutweighed(key, null) ? Itself(key) : null;
        if (known is not null && components.Find(known.Key) == sense.Component)
            return new ResolvedName(sense.Component, MentionResolution.Vocabulary, ByVocabulary * sense.Share);
        if (isItself || !IsSpelt(name) || IsOutweighed(key, sense.Component) && !IsSharedContext(paper, key, sense.Component))
            return isItself || known is null ? Itself(key) : null;
        return new ResolvedName(sense.Component, MentionResolution.Collection, ByText * sense.Share * sense.Weight / (sense.Weight + 1));
    }

    private ResolvedName Itself(string key) => new(components.Find(key), MentionResolution.Text, ByText);

    /// <summary>
    /// What a paper introduces under a name is certain. Where the vocabulary has the name as an alias alone ("RMT"), it is another thing as
    /// long as the paper opens with it and few others use it; else it is a subject, such as "RLHF: a survey".
    /// </summary>
    private ResolvedName? Own(CountedName name, VocabularyEntry? known)
    {
        var component = components.Find(name.Key);
        if (known is null || component == components.Find(known.Key))
            return new ResolvedName(component, known is null ? MentionResolution.Text : MentionResolution.Vocabulary, ByDocument);
        return name.OpensTitle && context.PapersWith(name.Key) < WellKnown
            ? new ResolvedName(component, MentionResolution.Text, ByDocument)
            : null;
    }

    /// <summary>The entry, as long as it is what most papers mean by the name: those that leave it undefined, or define it so.</summary>
    private ResolvedName? Known(CountedName name, VocabularyEntry entry)
    {
        if (name.Surfaces.All(surface =>
            surface.Origin is ConceptNameOrigin.Text or ConceptNameOrigin.Name && IsOtherWord(surface.Surface, entry))) return null;
        var component = components.Find(name.Key);
        var (defined, asEntry) = senses.Definitions(name.Key, component, components);
        var others = defined - asEntry;
        var weight = Senses.VocabularyWeight + Math.Max(0, context.PapersWith(name.Key) - others);
        return weight < Senses.DominantShare * (weight + others)
            ? null
            : new ResolvedName(component, MentionResolution.Vocabulary, ByVocabulary * Quantization.Share(weight, weight + others));
    }

    /// <summary>Whether one paper alone defines a name so, or few of those that use it.</summary>
    private bool IsOutweighed(string key, string? component)
    {
        var (all, meant) = senses.Definitions(key, component, components);
        var definitions = component is null ? all : meant;
        return definitions < 2 || Quantization.Down(context.PapersWith(key)) >= Outweighs * Quantization.Down(definitions);
    }

    private bool IsSharedContext(PaperNames paper, string key, string component) =>
        context.IsShared(paper, key, longForm => components.Find(longForm) == component);

    /// <summary>One of its words is the short form, with a capital: "GG model" is GG, "spam" is not SPAM.</summary>
    private static bool IsSpelt(CountedName name) => name.Surfaces.Any(surface => surface.Surface.Split(' ').Any(word =>
        Plausibility.HasCapital(word) && ConceptKey.Create(word) == name.Key));

    private DominantSense? Dominant(string shortKey) =>
        dominant.GetOrAdd(shortKey, static (key, resolver) => resolver.senses.Dominant(key, resolver.components), this);

    /// <summary>"multimodal LLM" is what "multimodal large language model" is, "flow-matching model" what "flow matching" is.</summary>
    private void UniteExpansions(IReadOnlyList<PaperNames> papers)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            foreach (var name in paper.Names) Offer(names, name.Key, name.Surfaces[0].Surface);
            foreach (var pair in paper.Abbreviations.Where(pair => !pair.IsCoined)) Offer(names, pair.LongKey, pair.Long);
        }

        var expansions = new List<(string Key, string Expanded)>();
        foreach (var (key, surface) in names)
        {
            if (Expanded(surface) is { } expanded && expanded != key) expansions.Add((key, expanded));
            if (WithoutHead(surface) is { } bare && bare != key) expansions.Add((key, bare));
        }

        foreach (var (key, expanded) in expansions.OrderBy(expansion => expansion.Key, StringComparer.Ordinal))
            components.Unite(key, expanded);
        dominant.Clear();
    }

    /// <summary>The s of a name with capitals inside is its own, unless papers also write the name without it.</summary>
    private void UnitePlurals(IReadOnlyList<PaperNames> papers)
    {
        var keys = papers.SelectMany(paper => paper.Names).Select(name => name.Key).ToHashSet();
        foreach (var key in papers.SelectMany(paper => paper.Names).Where(IsPluralName).Select(name => name.Key).Distinct()
            .Order(StringComparer.Ordinal))
            if (keys.Contains(key[..^1])) components.Unite(key, key[..^1]);
    }

    private static bool IsPluralName(CountedName name) =>
        name.Key.Length > 3 && name.Key[^1] == 's' && name.Surfaces[0].Surface is var surface && surface[^1] == 's'
            && !surface.Contains(' ')
        && Plausibility.LooksCoined(surface);

    private void Offer(Dictionary<string, string> names, string key, string surface)
    {
        if (senses.Contains(key) || !surface.Contains(' ')) return;
        if (!names.TryGetValue(key, out var known) || string.CompareOrdinal(surface, known) < 0) names[key] = surface;
    }

    /// <summary>What the vocabulary calls a name that goes on with a generic head only; null for other names.</summary>
    private string? WithoutHead(string surface)
    {
        var space = surface.LastIndexOf(' ');
        var head = surface[(space + 1)..];
        if (space < 0 || !ConceptKey.IsGenericHead(WordForms.Singular(head.ToLowerInvariant(), head))) return null;
        if (vocabulary.Find(ConceptKey.Create(surface)) is not null) return null;
        var key = ConceptKey.Create(surface[..space]);
        if (vocabulary.Find(key) is not { } entry || IsOtherWord(surface[..space], entry)) return null;
        return !senses.Contains(key) || Dominant(key) is { } sense && components.EntryKey(sense.Component) == entry.Key
            ? entry.Key
            : null;
    }

    /// <summary>
    /// A proper name of one word needs a capital, and its s: "replicas" are not Replica, "complex networks" not ComplEx, "Twin Networks"
    /// not Twins.
    /// </summary>
    private static bool IsOtherWord(string surface, VocabularyEntry entry) =>
        LacksItsS(surface, entry) || (entry.IsProperName || Plausibility.LooksCoined(entry.Name)) && !entry.Name.Contains(' ')
            && Plausibility.HasCapital(entry.Name)
        && !Plausibility.HasCapital(surface)
        && entry.Aliases.All(alias => Plausibility.HasCapital(alias) || ConceptKey.Create(alias) != ConceptKey.Create(surface));

    private static bool LacksItsS(string surface, VocabularyEntry entry) =>
        entry.IsProperName && !entry.Name.Contains(' ') && entry.Name[^1] == 's' && surface[^1] is not ('s' or 'S')
        && ConceptKey.Create(surface) == entry.Key && !entry.Aliases.Contains(surface, StringComparer.OrdinalIgnoreCase);

    private string? Expanded(string surface)
    {
        var changed = false;
        var words = surface.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd('s');
            if (!Senses.IsShort(word) || Dominant(ConceptKey.Create(word)) is not { } sense) continue;
            if (Entry(sense.Component)?.Name is not { } name || Senses.IsShort(name)) continue;
            words[i] = name;
            changed = true;
        }

        return changed ? ConceptKey.Create(string.Join(' ', words)) : null;
    }
}
