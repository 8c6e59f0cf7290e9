using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Counts papers that have changed in a collection, and finds what follows of it: from what papers say of keys to which keys are one, to
/// what the names of papers mean, to what the concepts are called. Each step looks only at what those before have changed, and at what
/// hangs on it; the result is that of all papers at once.
/// </summary>
internal sealed class CollectionUpdate
{
    /// <summary>So many papers at once are in memory with what their names mean, where all are counted.</summary>
    private const int Portion = 1_000;

    private readonly CollectionCache cache;
    private readonly NameView before;
    private readonly NameView after;
    private readonly NameResolver resolverBefore;
    private readonly NameResolver resolver;
    private readonly IReadOnlyList<ChangedPaper> changed;
    private readonly HashSet<long> changedIds = [];

    /// <summary>The places of the changed papers that define a short form.</summary>
    private readonly Dictionary<string, List<int>> definers = [];
    private readonly NameContribution contribution;
    private readonly ConceptNaming namingBefore;
    private readonly ConceptNaming naming;

    /// <param name="papers">The number of papers of the collection with these. Before, it had one like it, or none.</param>
    /// <param name="keysHeld">See <see cref="EditedRecords.UsualHeld"/>; the result is the same for any number.</param>
    public CollectionUpdate(
        CollectionCache cache, IReadOnlyList<ChangedPaper> changed, int papers, ConceptVocabulary vocabulary, TopicTree topics,
        int keysHeld = EditedRecords.UsualHeld)
    {
        this.cache = cache;
        this.changed = changed;
        var names = VocabularyNames.Of(vocabulary);
        before = new NameView(names, cache, papers, keysHeld);
        after = new NameView(names, cache, papers, keysHeld);
        resolverBefore = new NameResolver(before, _ => []);
        resolver = new NameResolver(after, Definers);
        contribution = new NameContribution(after);
        namingBefore = new ConceptNaming(before, topics, keysHeld);
        naming = new ConceptNaming(after, topics, keysHeld);
    }

    /// <returns>Null where something was lacking that has to be read first.</returns>
    public CollectionChange? TryCompute()
    {
        if (cache.IsOfNothing) return ComputeAll();
        foreach (var paper in changed) changedIds.Add(paper.PaperId);
        CountNames(lone: null);
        if (cache.IsLacking) return null;
        var leaders = Unite();
        if (cache.IsLacking) return null;
        var papers = Affected(leaders);
        if (cache.IsLacking) return null;

        var resolved = Resolve(papers);
        if (cache.IsLacking) return null;
        var components = Recount(papers, resolved);
        if (cache.IsLacking) return null;
        var all = papers.ToDictionary(paper => paper.Key, paper => paper.Value);
        foreach (var paper in PapersOf(components.Where(HasChangedForItsPapers))) all.TryAdd(paper.Names.PaperId, (paper, paper.Names));
        if (cache.IsLacking) return null;
        foreach (var (id, names) in Resolve(all.Where(paper => !resolved.ContainsKey(paper.Key)))) resolved.Add(id, names);
        var renamed = components.ToHashSet();
        GiveSlugs(components, renamed);
        if (cache.IsLacking) return null;

        var results = Results(all, resolved);
        // What others are called whose slug has changed hangs on keys that were not looked at.
        var concepts = renamed.Select(Changed).ToList();
        return cache.IsLacking ? null : new CollectionChange(Records(), concepts, results);
    }

    /// <summary>
    /// The same where no paper was counted before. What papers mean and are about is worked out once to be counted and once more when it is
    /// asked for, so that memory holds what several papers tell of keys, and of papers only what the list of them does.
    /// </summary>
    private CollectionChange ComputeAll()
    {
        var lone = LoneKeys.Of(new ComputedList<PaperNames>(changed.Count, i => changed[i].Names!), after.Names);
        CountNames(lone);
        Unite();
        contribution.Keys.Clear();
        // What another phrase is with its short words spelt out may be a phrase of one paper, which needs a record then.
        foreach (var expanded in after.Edited.Where(key => after.Outline(key).IsExpanded)
            .Select(key => after.Get(key).Expanded!).ToList()) after.Edit(expanded);
        RecountAll(lone);
        string[] concepts = [.. after.Edited.Where(key => after.Outline(key).HasTally).Union(Stated()).Where(naming.IsConcept)];
        GiveSlugs(concepts, renamed: null);
        after.Pack(isEnd: true);
        Array.Sort([.. concepts.Select(naming.Key)], concepts, StringComparer.Ordinal);
        string[] keys = [.. after.Edited.Where(key => !after.Get(key).IsEmpty).Order(StringComparer.Ordinal)];
        int[] order = [.. Enumerable.Range(0, changed.Count)];
        Array.Sort([.. changed.Select(paper => paper.PaperId)], order);
        return new CollectionChange(
            new ComputedList<(string, StoredRecord?)>(keys.Length, i => (keys[i], Record(keys[i]))),
            new ComputedList<ChangedConcept>(concepts.Length, i => Changed(concepts[i])),
            new ComputedList<RecountedPaper>(order.Length, i => Result(changed[order[i]].Names!, lone)));

        StoredRecord Record(string key) => Stored(key, after.Packed(key));
    }

    /// <param name="lone">Keys of which no record is made; null for none.</param>
    private void CountNames(LoneKeys? lone)
    {
        if (!cache.IsOfNothing)
        {
            foreach (var paper in changed)
                if (paper.Counted is { } counted) contribution.TakeAway(counted.Names);
            contribution.Recount(key => Stored(CollectionReference.Holds(key)).Select(paper => paper.Names));
        }
        for (var i = 0; i < changed.Count; i++)
        {
            PackIfAll();
            if (changed[i].Names is not { } names) continue;
            contribution.Add(names, lone);
            foreach (var shortKey in names.Abbreviations.Select(pair => pair.ShortKey).Distinct())
                if (names.DefinedKey(shortKey) is not null) Get(definers, shortKey).Add(i);
        }
    }

    /// <returns>The keys whose component has another leader.</returns>
    private IReadOnlyCollection<string> Unite()
    {
        var (begun, shortKeys) = (new HashSet<string>(), new HashSet<string>());
        var (phrases, plurals) = (new HashSet<string>(), new HashSet<string>());
        foreach (var key in contribution.Keys)
        {
            var (record, known) = (after.Get(key), before.Get(key));
            if (after.IsShort(key) != before.IsShort(key)) begun.Add(key);
            if (!record.Senses.SequenceEqual(known.Senses)) shortKeys.Add(key);
            if (record.Spelling != known.Spelling) shortKeys.UnionWith(after.ShortForms(key));
            if (record.Phrase != known.Phrase) phrases.Add(key);
            if ((record.Plurals > 0) != (known.Plurals > 0)) plurals.UnionWith([key, key[..^1]]);
            if ((record.Papers > 0) != (known.Papers > 0) && after.Get(key + "s").Plurals > 0) plurals.UnionWith([key, key + "s"]);
        }
        var touched = begun.ToHashSet();
        foreach (var key in shortKeys) touched.UnionWith(UniteLongForms(key));

        var led = new NameRegion(after, touched, longFormsOnly: true).Decide();
        shortKeys.UnionWith(led.SelectMany(after.ShortForms));
        shortKeys.UnionWith(begun);
        phrases.UnionWith(begun);
        foreach (var key in shortKeys)
            if (begun.Contains(key) || NamePhrase.SpeltOut(key, after)?.Key != NamePhrase.SpeltOut(key, before)?.Key)
                phrases.UnionWith(after.KeysWith(CollectionReference.HasWord(key)));
        foreach (var key in phrases)
        {
            touched.UnionWith(UnitePhrase(key));
            PackIfAll();
        }
        touched.UnionWith(plurals);
        return new NameRegion(after, touched, longFormsOnly: false).Decide();
    }

    /// <returns>The keys of which something else is united.</returns>
    private IEnumerable<string> UniteLongForms(string shortKey)
    {
        var variants = Senses.Variants(shortKey, after);
        var known = before.Get(shortKey);
        var record = after.Get(shortKey);
        foreach (var longKey in record.Senses.Keys.Union(known.Senses.Keys))
            if (record.Senses.GetValueOrDefault(longKey).SpeltOut > 0 != known.Senses.GetValueOrDefault(longKey).SpeltOut > 0)
            {
                yield return longKey;
                yield return after.Vocabulary.Find(shortKey)!.Key;
            }
        if (variants.SequenceEqual(known.Variants)) yield break;
        after.Edit(shortKey).Variants = variants;
        foreach (var (first, second) in variants.Concat(known.Variants))
        {
            yield return first;
            yield return second;
        }
    }

    private IEnumerable<string> UnitePhrase(string key)
    {
        var record = after.Get(key);
        var phrase = after.IsShort(key) ? null : record.Phrase;
        foreach (var word in NamePhrase.Words(record.Phrase, after.Vocabulary)) after.Note(CollectionReference.HasWord(word), key);
        var (expanded, bare) = phrase is null ? default : (NamePhrase.Expanded(phrase, after), NamePhrase.WithoutHead(phrase, after));
        if (expanded == key) expanded = null;
        if (bare == key) bare = null;
        if (expanded == record.Expanded && bare == record.Bare) return [];
        var touched = new[] { key, expanded, bare, record.Expanded, record.Bare }.OfType<string>();
        record = after.Edit(key);
        (record.Expanded, record.Bare) = (expanded, bare);
        foreach (var target in new[] { expanded, bare }.OfType<string>()) after.Note(CollectionReference.LeadsTo(target), key);
        return [.. touched];
    }

    /// <returns>The papers whose names may mean something else, by their ids: as they were counted, and as they are.</returns>
    private Dictionary<long, (CountedPaper? Counted, PaperNames? Names)> Affected(IReadOnlyCollection<string> leaders)
    {
        var papers = changed.ToDictionary(paper => paper.PaperId, paper => (paper.Counted, paper.Names));
        var keys = contribution.Keys.Concat(leaders).Concat(leaders.SelectMany(after.ShortForms)).ToHashSet();
        foreach (var key in keys)
        {
            if (before.Get(key).IsEmpty || resolver.Decision(key) == resolverBefore.Decision(key)) continue;
            Add(CollectionReference.Holds(key));
        }
        foreach (var shortKey in changed.SelectMany(paper => new[] { paper.Counted?.Names, paper.Names }).OfType<PaperNames>()
            .SelectMany(paper => paper.Abbreviations).Select(pair => pair.ShortKey).Distinct())
            if (resolver.Decision(shortKey).IsOutweighed || resolverBefore.Decision(shortKey).IsOutweighed)
                Add(CollectionReference.Holds(shortKey));
        return papers;

        void Add(int reference)
        {
            foreach (var paper in Stored(reference)) papers.TryAdd(paper.Names.PaperId, (paper, paper.Names));
        }
    }

    private Dictionary<long, Dictionary<string, ResolvedName>> Resolve(
        IEnumerable<KeyValuePair<long, (CountedPaper? Counted, PaperNames? Names)>> papers) =>
        papers.Select(paper => paper.Value.Names).OfType<PaperNames>().ToDictionary(paper => paper.PaperId, resolver.Resolve);

    /// <returns>The components that papers call something else than before.</returns>
    private HashSet<string> Recount(
        Dictionary<long, (CountedPaper? Counted, PaperNames? Names)> papers,
        Dictionary<long, Dictionary<string, ResolvedName>> resolved)
    {
        var components = new HashSet<string>();
        foreach (var (id, (counted, names)) in papers)
            Recount(counted, names is null ? null : Counted(names, resolved[id]), components);
        return components;
    }

    /// <param name="lone">Keys of which no record is made but where one leads a concept, or something is united with it.</param>
    private void RecountAll(LoneKeys lone)
    {
        foreach (var portion in Enumerable.Range(0, changed.Count).Chunk(Portion))
        {
            var counted = new CountedPaper[portion.Length];
            Parallel.For(0, portion.Length, i =>
            {
                var names = changed[portion[i]].Names!;
                counted[i] = Counted(names, resolver.Resolve(names));
            });
            foreach (var paper in counted)
            {
                foreach (var (component, called) in paper.ByComponent())
                {
                    if (IsOwn(component, called, lone) && naming.IsKeyphrase(component, ComponentTally.Of(called))) continue;
                    after.Edit(component).Count([], called);
                }
                foreach (var name in paper.Names.Names)
                    if (lone.Contains(name.Key) && after.IsEdited(name.Key)) contribution.Add(name);
            }
            PackIfAll();
        }
    }

    /// <summary>Lets memory hold little of what few papers name, where all are counted. Nobody edits a record meanwhile.</summary>
    private void PackIfAll()
    {
        if (cache.IsOfNothing) after.Pack(isEnd: false);
    }

    /// <summary>
    /// What is a concept without papers, where all is counted from nothing: the statements of sources change with the rules alone.
    /// </summary>
    private IEnumerable<string> Stated() => after.Vocabulary.Entries.Where(entry => entry.IsStated).Select(entry => entry.Key);

    /// <param name="counted">The paper as it was counted before; null where it was not.</param>
    /// <param name="now">As it is now; null where it is gone.</param>
    /// <param name="components">Gets those that the paper calls something else than before.</param>
    private void Recount(CountedPaper? counted, CountedPaper? now, HashSet<string> components)
    {
        var former = counted?.ByComponent() ?? [];
        var present = now?.ByComponent() ?? [];
        foreach (var component in former.Keys.Union(present.Keys))
            Recount(component, former.GetValueOrDefault(component) ?? [], present.GetValueOrDefault(component) ?? [], components);
    }

    private void Recount(string component, List<NamedSo> was, List<NamedSo> called, HashSet<string> components)
    {
        if (called.Exists(name => after.IsShort(name.Name.Key) != before.IsShort(name.Name.Key))) components.Add(component);
        if (was.SequenceEqual(called)) return;
        components.Add(component);
        after.Edit(component).Count(was, called);
    }

    /// <summary>Whether a paper alone tells of a component: it goes by a name of the paper that has no record.</summary>
    private bool IsOwn(string component, List<NamedSo> called, LoneKeys lone) =>
        lone.Contains(component) && !after.IsEdited(component) && called.Exists(name => name.Name.Key == component);

    private static CountedPaper Counted(PaperNames paper, Dictionary<string, ResolvedName> resolved) => new(
        paper,
        [.. paper.Names.Select(name => resolved.TryGetValue(name.Key, out var meaning)
            ? new NameMeaning(
                meaning.ConceptKey, meaning.ResolvedBy == MentionResolution.Document && paper.DefinedKey(name.Key) is null)
            : (NameMeaning?)null)]);

    /// <summary>Whether other papers that name the component are about something else now, though their names mean what they did.</summary>
    private bool HasChangedForItsPapers(string component)
    {
        if (namingBefore.Find(component) is not { } was || naming.Find(component) is not { } now) return false;
        return was.IsKeyphrase != now.IsKeyphrase || was.Concept.Key != now.Concept.Key
            || now.Concept.Topics.Count > 0 && was.Concept.Specificity != now.Concept.Specificity
            || was.IsKeyphrase && was.Concept.Name != now.Concept.Name || !was.Concept.Topics.SequenceEqual(now.Concept.Topics);
    }

    /// <summary>Each paper that names a component does so by one of its keys, or says that a short form stands for one.</summary>
    private IEnumerable<CountedPaper> PapersOf(IEnumerable<string> components)
    {
        foreach (var component in components.ToList())
            foreach (var key in before.Get(component).Tally?.Keys ?? [])
                foreach (var paper in Stored(CollectionReference.Holds(key)))
                    if (paper.Meanings.Any(meaning => meaning?.Component == component)) yield return paper;
    }

    /// <summary>
    /// Of components that would have the same slug, the first in ordinal order has it, and the others a part of the hash of their keys
    /// behind it.
    /// </summary>
    /// <param name="renamed">Gets those that have another slug; null where nobody asks for them.</param>
    private void GiveSlugs(IReadOnlyCollection<string> components, HashSet<string>? renamed)
    {
        var slugs = new HashSet<string>();
        foreach (var component in components)
        {
            var slug = naming.IsConcept(component) ? naming.Find(component)!.Concept.Slug : null;
            if (slug == after.Get(component).PlainSlug) continue;
            slugs.UnionWith(new[] { slug, after.Get(component).PlainSlug }.OfType<string>());
            after.Edit(component).PlainSlug = slug;
            if (slug is not null) after.Note(CollectionReference.HasSlug(slug), component);
            PackIfAll();
        }

        foreach (var slug in slugs)
        {
            var taken = 0;
            foreach (var component in after.KeysWith(CollectionReference.HasSlug(slug))
                .Where(key => after.Get(key).PlainSlug == slug).Order(StringComparer.Ordinal))
            {
                var given = Slug.Forms(slug, component).ElementAt(taken++ == 0 ? 0 : 1);
                if (after.Get(component).Slug == given) continue;
                after.Edit(component).Slug = given;
                renamed?.Add(component);
            }
            PackIfAll();
        }
    }

    private ChangedConcept Changed(string component)
    {
        var was = !cache.IsOfNothing && namingBefore.IsConcept(component) ? namingBefore.Find(component)!.Concept.Key : null;
        return naming.IsConcept(component)
            ? new ChangedConcept(
                was,
                naming.Find(component)!.Concept with { Slug = after.Get(component).Slug! },
                after.Get(component).Tally?.PapersAbout ?? 0)
            : new ChangedConcept(was, null, 0);
    }

    private List<RecountedPaper> Results(
        Dictionary<long, (CountedPaper? Counted, PaperNames? Names)> papers, Dictionary<long, Dictionary<string, ResolvedName>> resolved)
    {
        var results = new List<RecountedPaper>();
        foreach (var names in papers.Values.Select(paper => paper.Names).OfType<PaperNames>().OrderBy(paper => paper.PaperId))
        {
            var meant = resolved[names.PaperId];
            if (meant.Values.All(name => naming.Find(name.ConceptKey) is not null))
                results.Add(Result(Counted(names, meant), meant, component => naming.Find(component)!, []));
        }
        return results;
    }

    private RecountedPaper Result(PaperNames names, LoneKeys lone)
    {
        var resolved = resolver.Resolve(names);
        var counted = Counted(names, resolved);
        var own = counted.ByComponent().Where(called => IsOwn(called.Key, called.Value, lone))
            .ToDictionary(called => called.Key, called => ComponentTally.Of(called.Value));
        var records = names.Names.Where(name => lone.Contains(name.Key) && !after.IsEdited(name.Key)).Select(Record);
        return Result(counted, resolved, Named, [.. records]);

        NamedComponent Named(string component) =>
            own.TryGetValue(component, out var tally) ? naming.Name(component, tally) : naming.Find(component)!;

        StoredRecord Record(CountedName name)
        {
            var record = new NameRecord
            {
                Papers = 1,
                Phrase = NameContribution.PhraseOf(name),
                Tally = own.GetValueOrDefault(name.Key),
            };
            return new StoredRecord(name.Key, PackedRecord.Pack(name.Key, record), []);
        }
    }

    private static RecountedPaper Result(
        CountedPaper counted, Dictionary<string, ResolvedName> resolved, Func<string, NamedComponent> named, StoredRecord[] records) => new(
        PaperResolver.Resolve(counted.Names, resolved, named), counted.PackMeanings(), records);

    private List<(string Key, StoredRecord? Record)> Records()
    {
        var records = new List<(string, StoredRecord?)>();
        foreach (var key in after.Edited)
        {
            var record = after.Get(key);
            if (record.IsEmpty)
            {
                if (!before.Get(key).IsEmpty) records.Add((key, null));
                continue;
            }
            var packed = PackedRecord.Pack(key, record);
            if (!before.Get(key).IsEmpty && PackedRecord.Pack(key, before.Get(key)).AsSpan().SequenceEqual(packed)) continue;
            records.Add((key, Stored(key, packed)));
        }
        return records;
    }

    private StoredRecord Stored(string key, byte[] packed)
    {
        var record = after.Get(key);
        return new StoredRecord(key, packed, record.References(NamePhrase.Words(record.Phrase, after.Vocabulary)));
    }

    /// <summary>Papers of the collection that have not changed.</summary>
    private IEnumerable<CountedPaper> Stored(int reference) =>
        cache.PapersWith(reference).Where(paper => !changedIds.Contains(paper.Names.PaperId));

    private IEnumerable<PaperNames> Definers(string shortKey)
    {
        var stored = Stored(CollectionReference.Defines(shortKey)).Select(paper => paper.Names);
        return definers.TryGetValue(shortKey, out var added) ? added.Select(i => changed[i].Names!).Concat(stored) : stored;
    }

    private static List<TItem> Get<TItem>(Dictionary<string, List<TItem>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
