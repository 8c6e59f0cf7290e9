namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Keys that unions lead to from some keys, with all of these unions. Which of its keys are one follows from it alone, whatever the rest
/// of the collection is.
/// </summary>
internal sealed class NameRegion
{
    private readonly NameView view;
    private readonly bool longFormsOnly;
    private readonly HashSet<string> keys;
    private readonly SortedSet<NameUnion> unions = [];

    /// <param name="longFormsOnly">Whether only unions of the vocabulary and of long forms count.</param>
    public NameRegion(NameView view, IEnumerable<string> from, bool longFormsOnly)
    {
        (this.view, this.longFormsOnly) = (view, longFormsOnly);
        keys = [.. from];
        var reached = new Queue<string>(keys);
        while (reached.TryDequeue(out var key))
            foreach (var union in longFormsOnly ? OfLongForms(key) : OfLongForms(key).Concat(OfNames(key)))
            {
                unions.Add(union);
                if (keys.Add(union.Other(key))) reached.Enqueue(union.Other(key));
            }
    }

    /// <summary>Decides anew what leads each key.</summary>
    /// <returns>The keys that something else leads than before.</returns>
    public IReadOnlyCollection<string> Decide()
    {
        var components = new Components(key => view.Names.EntryKey(key, view.IsShort(key)));
        foreach (var union in unions.TakeWhile(union => union.Phase <= NameUnionPhase.Variant)) components.Unite(union.First, union.Second);
        var changed = new HashSet<string>();
        foreach (var key in keys)
        {
            if (components.Find(key) is var leader && leader == view.LongFormLeader(key)) continue;
            view.Edit(key).LongFormLeader = Stored(key, leader);
            changed.Add(key);
        }
        if (longFormsOnly) return changed;

        foreach (var union in unions.SkipWhile(union => union.Phase <= NameUnionPhase.Variant)) components.Unite(union.First, union.Second);
        foreach (var key in keys)
        {
            if (components.Find(key) is var leader && leader == view.Leader(key)) continue;
            view.Edit(key).Leader = Stored(key, leader);
            changed.Add(key);
        }
        return changed;
    }

    private string? Stored(string key, string leader) => leader == view.Names.Leader(key) ? null : leader;

    private IEnumerable<NameUnion> OfLongForms(string key)
    {
        foreach (var union in view.Names.Unions(key))
            if (!view.IsShort(union.Second)) yield return union;
        if (SpeltOut(key) is { } own) yield return own;
        foreach (var name in view.Names.KeysOf(key))
            foreach (var (longKey, sense) in view.Get(name).Senses)
                if (sense.SpeltOut > 0 && SpeltOut(longKey) is { } union && union.First == key) yield return union;
        foreach (var shortKey in view.ShortForms(key))
        {
            var variants = view.Get(shortKey).Variants;
            for (var i = 0; i < variants.Count; i++)
                if (variants[i].First == key || variants[i].Second == key)
                    yield return new NameUnion(NameUnionPhase.Variant, shortKey, i, variants[i].First, variants[i].Second);
        }
    }

    /// <summary>A short name of the vocabulary and what spells it out; what would spell out two of them is left alone.</summary>
    private NameUnion? SpeltOut(string longKey)
    {
        string? only = null;
        foreach (var shortKey in view.ShortForms(longKey))
        {
            if (!view.Get(shortKey).Senses.TryGetValue(longKey, out var sense) || sense.SpeltOut == 0) continue;
            var entry = view.Vocabulary.Find(shortKey)!.Key;
            if (only is not null && only != entry) return null;
            only = entry;
        }
        return only is null ? null : new NameUnion(NameUnionPhase.SpeltOut, longKey, 0, only, longKey);
    }

    private IEnumerable<NameUnion> OfNames(string key)
    {
        foreach (var owner in view.KeysWith(CollectionReference.LeadsTo(key)).Append(key))
        {
            var record = view.Get(owner);
            if (record.Expanded is { } expanded && (owner == key || expanded == key))
                yield return new NameUnion(NameUnionPhase.Expanded, owner, 0, owner, expanded);
            if (record.Bare is { } bare && (owner == key || bare == key))
                yield return new NameUnion(NameUnionPhase.Bare, owner, 0, owner, bare);
        }
        if (Plural(key) is { } own) yield return own;
        if (Plural(key + "s") is { } plural) yield return plural;
    }

    /// <summary>The s of a name with capitals inside is its own, unless papers also write the name without it.</summary>
    private NameUnion? Plural(string key) => view.Get(key).Plurals > 0 && view.Outline(key[..^1]).Papers > 0
        ? new NameUnion(NameUnionPhase.Plural, key, 0, key, key[..^1])
        : null;
}
