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
/// <param name="definers">The papers that define a short form.</param>
internal sealed class NameResolver(NameView view, Func<string, IEnumerable<PaperNames>> definers)
{
    private const float ByDocument = 0.95f;
    private const float ByVocabulary = 0.9f;
    private const float ByText = 0.8f;

    /// <summary>A name that so many times more papers use than define is one of its own, whatever these few say.</summary>
    private const int Outweighs = 8;

    /// <summary>An alias of the vocabulary that so many papers use is one of the field's, also where a title opens with it.</summary>
    private const int WellKnown = 4;

    private readonly ConcurrentDictionary<string, DominantSense?> dominant = new(StringComparer.Ordinal);

    /// <summary>What the names of a paper mean. May be called by many threads at once.</summary>
    public Dictionary<string, ResolvedName> Resolve(PaperNames paper)
    {
        var resolved = new Dictionary<string, ResolvedName>(paper.Names.Count);
        foreach (var name in paper.Names)
            if (Resolve(paper, name) is { } concept) resolved[name.Key] = concept;
        new PaperContext(
            paper, resolved, key => view.Vocabulary.Find(key) is not null, view.IsSense).Resolve();
        return resolved;
    }

    /// <summary>All that decides what the key means in whichever paper, but for what the paper says itself.</summary>
    public NameDecision Decision(string key)
    {
        var papers = view.Outline(key).Papers;
        var isShort = view.IsShort(key);
        var decision = new NameDecision(isShort, view.Leader(key), papers <= view.MaxTelling);
        var known = view.Vocabulary.Find(key);
        if (known is not null)
            decision = decision with { Certainty = CertaintyOf(key), IsWellKnown = papers >= WellKnown };
        if (!isShort) return decision;

        var sense = Dominant(key);
        var outweighed = sense is { Component: var component } && IsOutweighed(key, component);
        return decision with
        {
            Dominant = sense,
            IsItself = IsOutweighed(key, null),
            IsOutweighed = outweighed,
            Meant = outweighed ? Joined(longKey => view.Leader(longKey) == sense!.Value.Component ? longKey : null) : "",
            Senses = known is null ? Joined(view.Leader) : "",
        };

        string Joined(Func<string, string?> told) => string.Join(
            ' ', view.Senses(key).Select(sense => told(sense.LongKey)).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    private ResolvedName? Resolve(PaperNames paper, CountedName name)
    {
        var key = name.Key;
        if (paper.DefinedKey(key) is { } longForm)
            return new ResolvedName(view.Leader(longForm), MentionResolution.Document, ByDocument);
        var known = view.Vocabulary.Find(key);
        if (paper.Coins(key) && Own(name, known) is { } own) return own;
        if (known is not null && (known.Key == key || !view.IsShort(key))) return Known(name, known);
        if (!view.IsShort(key)) return Itself(key);

        var isItself = paper.Coins(key);
        if (Dominant(key) is not { } sense) return isItself || known is null && IsOutweighed(key, null) ? Itself(key) : null;
        if (known is not null && view.Leader(known.Key) == sense.Component)
            return new ResolvedName(sense.Component, MentionResolution.Vocabulary, ByVocabulary * sense.Share);
        if (isItself || !IsSpelt(name) || IsOutweighed(key, sense.Component) && !IsSharedContext(paper, key, sense.Component))
            return isItself || known is null ? Itself(key) : null;
        return new ResolvedName(sense.Component, MentionResolution.Collection, ByText * sense.Share * sense.Weight / (sense.Weight + 1));
    }

    private ResolvedName Itself(string key) => new(view.Leader(key), MentionResolution.Text, ByText);

    /// <summary>
    /// What a paper introduces under a name is certain. Where the vocabulary has the name as an alias alone ("RMT"), it is another thing as
    /// long as the paper opens with it and few others use it; else it is a subject, such as "RLHF: a survey".
    /// </summary>
    private ResolvedName? Own(CountedName name, VocabularyEntry? known)
    {
        var component = view.Leader(name.Key);
        if (known is null || component == view.Leader(known.Key))
            return new ResolvedName(component, known is null ? MentionResolution.Text : MentionResolution.Vocabulary, ByDocument);
        return name.OpensTitle && view.Outline(name.Key).Papers < WellKnown
            ? new ResolvedName(component, MentionResolution.Text, ByDocument)
            : null;
    }

    /// <summary>The entry, as long as it is what most papers mean by the name: those that leave it undefined, or define it so.</summary>
    private ResolvedName? Known(CountedName name, VocabularyEntry entry)
    {
        if (name.Surfaces.All(surface =>
            surface.Origin is ConceptNameOrigin.Text
            or ConceptNameOrigin.Name && NamePhrase.IsOtherWord(surface.Surface, entry))) return null;
        return CertaintyOf(name.Key) is { } certainty
            ? new ResolvedName(view.Leader(name.Key), MentionResolution.Vocabulary, ByVocabulary * certainty)
            : null;
    }

    /// <summary>
    /// The share of papers that mean the vocabulary's entry by a name; null where too few do, or where a source states the name, and others
    /// are known to be short for it as well.
    /// </summary>
    private float? CertaintyOf(string key)
    {
        if (view.Vocabulary.Find(key) is { IsShipped: false } stated && view.Names.Listed(key).Any(sense => sense.Key != stated.Key))
            return null;
        var (defined, asEntry) = view.Definitions(key, view.Leader(key));
        var others = defined - asEntry;
        var weight = Senses.VocabularyWeight + Math.Max(0, view.Outline(key).Papers - others);
        return weight < Senses.DominantShare * (weight + others) ? null : Quantization.Share(weight, weight + others);
    }

    /// <summary>Whether one paper alone defines a name so, or few of those that use it.</summary>
    private bool IsOutweighed(string key, string? component)
    {
        var (all, meant) = view.Definitions(key, component);
        var definitions = component is null ? all : meant;
        return definitions < 2 || Quantization.Down(view.Outline(key).Papers) >= Outweighs * Quantization.Down(definitions);
    }

    /// <summary>
    /// Whether the paper speaks of the same things as one that defines the short form so: both name something that few others do.
    /// </summary>
    private bool IsSharedContext(PaperNames paper, string shortKey, string component)
    {
        var telling = paper.Names.Select(name => name.Key)
            .Where(key => key != shortKey && view.Outline(key).Papers <= view.MaxTelling).ToHashSet();
        return telling.Count > 0 && definers(shortKey).Any(definer =>
            definer.PaperId != paper.PaperId && definer.DefinedKey(shortKey) is { } longKey && view.Leader(longKey) == component
            && definer.Names.Any(name => telling.Contains(name.Key)));
    }

    /// <summary>One of its words is the short form, with a capital: "GG model" is GG, "spam" is not SPAM.</summary>
    private static bool IsSpelt(CountedName name) => name.Surfaces.Any(surface => surface.Surface.Split(' ').Any(word =>
        Plausibility.HasCapital(word) && ConceptKey.Create(word) == name.Key));

    private DominantSense? Dominant(string shortKey) =>
        dominant.GetOrAdd(shortKey, view.Dominant);
}

/// <summary>All that decides what a key means, but for what a paper says itself: while it stays, no other paper is looked at.</summary>
/// <param name="IsTelling">Whether so few papers have it that it tells what a paper speaks of.</param>
internal readonly record struct NameDecision(bool IsShort, string Leader, bool IsTelling)
{
    public float? Certainty { get; init; }

    public bool IsWellKnown { get; init; }

    public DominantSense? Dominant { get; init; }

    public bool IsItself { get; init; }

    public bool IsOutweighed { get; init; }

    /// <summary>The long forms of what it means, where papers have to speak of the same things.</summary>
    public string? Meant { get; init; }

    /// <summary>The components that it stands for, where a paper's other names may be one.</summary>
    public string? Senses { get; init; }
}
