using System.Collections.Concurrent;
using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <param name="IsKeyphrase">Whether it is no concept but a <see cref="Keyphrase"/>.</param>
internal sealed record NamedComponent(bool IsKeyphrase, Concept Concept);

/// <summary>What the components of a collection are called.</summary>
/// <param name="keysHeld">So many components are kept whoever has them; beyond that, those that many papers have.</param>
internal sealed class ConceptNaming(NameView view, TopicTree topics, int keysHeld)
{
    private readonly ConcurrentDictionary<string, NamedComponent?> named = new(StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    private int kept;

    /// <summary>
    /// A component by the key that leads it, with a slug that others may have as well; null where no paper names it and no source
    /// states it. Not to be asked for before all papers are counted.
    /// </summary>
    public NamedComponent? Find(string component)
    {
        if (named.TryGetValue(component, out var known)) return known;
        var found = Name(component);
        // What one paper alone has, every keyphrase and most concepts, is asked for by that paper: to keep it would take more memory than
        // all others.
        if (found?.Concept.PaperCount < (kept < keysHeld ? 2 : EditedRecords.ManyPapers)) return found;
        Interlocked.Increment(ref kept);
        return named.GetOrAdd(component, found);
    }

    /// <summary>The key of a concept, as <see cref="Find"/> tells it with all else.</summary>
    public string Key(string component)
    {
        var key = view.Entry(component)?.Key ?? view.Get(component).Tally?.LeadingKey(view.IsShort);
        // Of equal texts the one that is held already.
        return key is null || key == component ? component : key;
    }

    /// <summary>Whether papers name the component, or a source states it, and it is no keyphrase.</summary>
    public bool IsConcept(string component) => view.Get(component).Tally is { } tally
        ? !IsKeyphrase(view.Entry(component), tally)
        : view.Entry(component) is { IsStated: true };

    /// <summary>Whether a component is no concept, by what papers call it.</summary>
    public bool IsKeyphrase(string component, ComponentTally tally) => IsKeyphrase(view.Entry(component), tally);

    private bool IsKeyphrase(VocabularyEntry? entry, ComponentTally tally) => entry is null && tally.IsOnePhrase(view.IsShort);

    private NamedComponent? Name(string component)
    {
        var entry = view.Entry(component);
        return (view.Get(component).Tally ?? (entry is { IsStated: true } ? new ComponentTally() : null)) is { } tally
            ? Name(component, entry, tally)
            : null;
    }

    /// <summary>A component of which no record is held, by what the papers that have it call it.</summary>
    public NamedComponent Name(string component, ComponentTally tally) => Name(component, view.Entry(component), tally);

    private NamedComponent Name(string component, VocabularyEntry? entry, ComponentTally tally)
    {
        var name = entry?.Name ?? WordForms.SingularPhrase(TexLetters.Plain(tally.CanonicalName(view.IsShort)));
        var key = entry?.Key ?? tally.LeadingKey(view.IsShort) ?? component;
        var isKeyphrase = IsKeyphrase(entry, tally);
        return new NamedComponent(isKeyphrase, new Concept(
            key, isKeyphrase ? "" : Slug.Create(name), name, Kind(entry, tally), tally.Papers,
            Specificity(tally.Papers, view.Papers), isKeyphrase ? [] : tally.Names(entry),
            entry is { Topics.Count: > 0 } ? entry.Topics : topics.ByCues(name)));
    }

    /// <summary>What papers tell of a kind outranks what a source states of it.</summary>
    private static ConceptKind Kind(VocabularyEntry? entry, ComponentTally tally) => entry switch
    {
        null => tally.Kind,
        { IsShipped: true } => entry.Kind,
        _ => tally.Kind is var told and not ConceptKind.Other ? told : entry.Kind,
    };

    internal static float Specificity(int papersWithIt, int papers)
    {
        // What a source states is a concept before there is any paper.
        if (papersWithIt == 0) return 1;
        var all = Quantization.Up(papers) + 1.0;
        return (float)Math.Round(Math.Clamp(Math.Log(all / Quantization.Up(papersWithIt)) / Math.Log(all), 0, 1), 3);
    }
}
