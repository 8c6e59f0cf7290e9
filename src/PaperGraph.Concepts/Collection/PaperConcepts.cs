using PaperGraph.Concepts.Topics;

namespace PaperGraph.Concepts.Collection;

/// <summary>The weights of one paper's concepts and topics.</summary>
internal static class PaperConcepts
{
    public static ResolvedPaper Of(
        PaperNames paper, Dictionary<string, ResolvedName> resolved, Dictionary<string, Concept> byComponent)
    {
        var weights = new Dictionary<string, (Concept Concept, float Weight)>();
        var names = new Dictionary<string, ResolvedName>(resolved.Count);
        foreach (var name in paper.Names)
        {
            if (!resolved.TryGetValue(name.Key, out var meaning)) continue;
            var concept = byComponent[meaning.ConceptKey];
            names[name.Key] = meaning with { ConceptKey = concept.Key };
            var weight = weights.TryGetValue(concept.Key, out var known) ? Math.Max(known.Weight, name.Score) : name.Score;
            weights[concept.Key] = (concept, weight);
        }

        var weighted = weights.Values
            .Select(entry => new WeightedConcept(entry.Concept.Key, entry.Weight))
            .OrderByDescending(entry => entry.Weight).ThenBy(entry => entry.ConceptKey, StringComparer.Ordinal);
        return new ResolvedPaper(paper.PaperId, names, [.. weighted], TopicTree.Score(weights.Values));
    }
}
