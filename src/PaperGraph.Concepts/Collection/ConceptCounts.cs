using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Collection;

/// <param name="IsKeyphrase">Whether it is no concept but a <see cref="Keyphrase"/>; its slug is empty then.</param>
internal sealed record CountedComponent(string Component, bool IsKeyphrase, Concept Concept);

/// <summary>Counts what the resolved papers call each component, and names the concepts.</summary>
internal sealed class ConceptCounts
{
    private readonly Dictionary<string, ComponentCounts> components = [];

    public void Count(PaperNames paper, Dictionary<string, ResolvedName> resolved)
    {
        var met = new HashSet<string>();
        foreach (var name in paper.Names)
        {
            if (!resolved.TryGetValue(name.Key, out var concept)) continue;
            if (!components.TryGetValue(concept.ConceptKey, out var counts))
                components[concept.ConceptKey] = counts = new ComponentCounts();
            counts.Count(new NameInPaper(
                name, IsNewPaper: met.Add(concept.ConceptKey),
                IsName: concept.ResolvedBy != MentionResolution.Document || paper.DefinedKey(name.Key) is not null));
        }
    }

    public List<CountedComponent> Components(int papers, NameResolver resolver, TopicTree topics)
    {
        var ordered = components.ToArray();
        Array.Sort(ordered, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var named = new CountedComponent[ordered.Length];
        Parallel.For(0, named.Length, i => named[i] = Name(ordered[i].Key, ordered[i].Value.Tally, papers, resolver, topics));

        var slugs = new HashSet<string>();
        return [.. named.Select(one => one.IsKeyphrase ? one : one with
        {
            Concept = one.Concept with { Slug = Slug.Forms(one.Concept.Slug, one.Component).First(slugs.Add) },
        })];
    }

    /// <summary>The component with a slug that others may have as well.</summary>
    private static CountedComponent Name(string component, ComponentTally counts, int papers, NameResolver resolver, TopicTree topics)
    {
        var entry = resolver.Entry(component);
        var name = entry?.Name ?? WordForms.SingularPhrase(TexLetters.Plain(counts.CanonicalName(resolver)));
        var key = entry?.Key ?? counts.LeadingKey(resolver) ?? component;
        var isKeyphrase = entry is null && counts.IsOnePhrase(resolver);
        return new CountedComponent(component, isKeyphrase, new Concept(
            key, isKeyphrase ? "" : Slug.Create(name), name, entry?.Kind ?? counts.Kind, counts.Papers,
            Specificity(counts.Papers, papers), isKeyphrase ? [] : counts.Names(entry),
            entry is { Topics.Count: > 0 } ? entry.Topics : topics.ByCues(name)));
    }

    internal static float Specificity(int papersWithIt, int papers)
    {
        var all = Quantization.Up(papers) + 1.0;
        return (float)Math.Round(Math.Clamp(Math.Log(all / Quantization.Up(papersWithIt)) / Math.Log(all), 0, 1), 3);
    }

    /// <param name="IsName">False of what only the paper's context gives the meaning: "segmentation" is no name of semantic
    /// segmentation.</param>
    private sealed record NameInPaper(CountedName Name, bool IsNewPaper, bool IsName);

    /// <summary>What one component is called. Most are one name of one paper, and of those nothing else is kept.</summary>
    private sealed class ComponentCounts
    {
        private NameInPaper? only;
        private ComponentTally? tally;

        public ComponentTally Tally => tally ?? CreateTally();

        public void Count(NameInPaper name)
        {
            if (tally is null && only is null)
            {
                only = name;
                return;
            }
            tally ??= CreateTally();
            only = null;
            tally.Count(name);
        }

        private ComponentTally CreateTally()
        {
            var first = new ComponentTally();
            if (only is not null) first.Count(only);
            return first;
        }
    }

    private sealed class ComponentTally
    {
        private readonly Dictionary<string, (string Key, int Count, ConceptNameOrigin Origin)> surfaces = [];
        private readonly Dictionary<string, int> keys = [];
        private readonly KindVotes kinds = new();

        public int Papers { get; private set; }

        /// <summary>Whether one paper alone has it, by nothing but phrases.</summary>
        public bool IsOnePhrase(NameResolver resolver)
        {
            if (Papers > 1) return false;
            foreach (var (key, _, origin) in surfaces.Values)
                if (origin != ConceptNameOrigin.Text || resolver.IsShort(key)) return false;
            return true;
        }

        /// <summary>The kind that most papers tell, unless more than three times as many tell none.</summary>
        public ConceptKind Kind =>
            kinds.StrongestSpecific is { } kind && 3 * kinds[kind] >= kinds[ConceptKind.Other] ? kind : ConceptKind.Other;

        public void Count(NameInPaper counted)
        {
            if (counted.IsNewPaper) Papers++;
            if (!counted.IsName) return;
            var name = counted.Name;
            kinds.Add(name.Kind);
            keys[name.Key] = keys.GetValueOrDefault(name.Key) + 1;
            foreach (var surface in name.Surfaces)
            {
                var known = surfaces.GetValueOrDefault(surface.Surface, (name.Key, Count: 0, surface.Origin));
                surfaces[surface.Surface] = (
                    string.CompareOrdinal(name.Key, known.Key) < 0 ? name.Key : known.Key,
                    known.Count + surface.Count,
                    OriginCertainty.Surer(known.Origin, surface.Origin));
            }
        }

        /// <summary>The most widespread key that belongs to no other concept, or null where all are short forms.</summary>
        public string? LeadingKey(NameResolver resolver) => keys
            .Where(key => !resolver.IsShort(key.Key))
            .OrderByDescending(key => key.Value).ThenBy(key => key.Key, StringComparer.Ordinal)
            .Select(key => key.Key).FirstOrDefault();

        /// <summary>
        /// The most frequent spelling of the leading key, or of any key where all of its spellings are those of others too; a short
        /// form, or a name with a word that does not count ("the KnotRig dataset"), only where it is all there is.
        /// </summary>
        public string CanonicalName(NameResolver resolver)
        {
            var leading = LeadingKey(resolver);
            return surfaces
                .OrderByDescending(surface => leading is null || surface.Value.Key == leading)
                .ThenBy(surface => ConceptKey.LeavesOutWord(surface.Key))
                .ThenByDescending(surface => surface.Value.Count).ThenByDescending(surface => surface.Key, StringComparer.Ordinal)
                .First().Key;
        }

        public List<ConceptName> Names(VocabularyEntry? entry)
        {
            var names = surfaces
                .OrderByDescending(surface => surface.Value.Count).ThenBy(surface => surface.Key, StringComparer.Ordinal)
                .Select(surface => new ConceptName(surface.Key, surface.Value.Key, surface.Value.Count, surface.Value.Origin))
                .ToList();
            if (entry is null) return names;
            foreach (var known in (IEnumerable<string>)[entry.Name, .. entry.Aliases])
            {
                if (surfaces.ContainsKey(known)) continue;
                names.Add(new ConceptName(known, ConceptKey.Create(known), 0, ConceptNameOrigin.Vocabulary));
            }
            return names;
        }
    }
}
