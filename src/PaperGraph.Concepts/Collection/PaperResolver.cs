using PaperGraph.Concepts.Topics;

namespace PaperGraph.Concepts.Collection;

/// <summary>The weights of one paper's concepts, keyphrases and topics.</summary>
internal static class PaperResolver
{
    public static ResolvedPaper Resolve(
        PaperNames paper, Dictionary<string, ResolvedName> resolved, Func<string, NamedComponent> byComponent)
    {
        var weighted = new Dictionary<string, Weighted>();
        var names = new Dictionary<string, ResolvedName>(resolved.Count);
        foreach (var name in paper.Names)
        {
            if (!resolved.TryGetValue(name.Key, out var meaning)) continue;
            var component = byComponent(meaning.ConceptKey);
            if (!component.IsKeyphrase) names[name.Key] = meaning with { ConceptKey = component.Concept.Key };
            if (!weighted.TryGetValue(meaning.ConceptKey, out var known)) weighted[meaning.ConceptKey] = known = new Weighted(component);
            known.Add(name);
        }

        var heaviestFirst = weighted.Values
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.Concept.Key, StringComparer.Ordinal).ToList();
        return new ResolvedPaper(
            paper.PaperId,
            names,
            [.. heaviestFirst.Where(entry => !entry.IsKeyphrase).Select(entry => new WeightedConcept(entry.Concept.Key, entry.Weight))],
            TopicTree.Score(heaviestFirst.Select(entry => (entry.Concept, entry.Weight))),
            [.. heaviestFirst.Where(entry => entry.IsKeyphrase)
                .Select(entry => new Keyphrase(entry.Concept.Key, entry.Concept.Name, entry.Weight, entry.MentionKeys))]);
    }

    private sealed class Weighted(NamedComponent component)
    {
        private readonly List<string> keys = new(1);

        public bool IsKeyphrase => component.IsKeyphrase;

        public Concept Concept => component.Concept;

        public float Weight { get; private set; }

        public IReadOnlyList<string> MentionKeys => keys;

        public void Add(CountedName name)
        {
            keys.Add(name.Key);
            Weight = Math.Max(Weight, name.Score);
        }
    }
}
