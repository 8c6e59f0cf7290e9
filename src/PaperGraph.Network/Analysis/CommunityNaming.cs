using PaperGraph.Model;

namespace PaperGraph.Network.Analysis;

/// <summary>Names a community by its most telling concepts.</summary>
public static class CommunityNaming
{
    private const int MaxConcepts = 3;

    /// <summary>
    /// The names of the first three concepts, without those that say again what one before them says, as "Diffusion Model" does beside
    /// "Video Diffusion Model", and without metrics, which papers of all fields have.
    /// </summary>
    /// <param name="concepts">The most telling first.</param>
    /// <returns>Null where there is no concept to name it by.</returns>
    public static string? Create(IEnumerable<(string Name, ConceptKind Kind)> concepts)
    {
        var chosen = new List<string>();
        foreach (var (name, _) in concepts.OrderBy(concept => concept.Kind == ConceptKind.Metric))
        {
            if (chosen.Exists(other => SaysTheSame(other, name))) continue;
            chosen.Add(name);
            if (chosen.Count == MaxConcepts) break;
        }
        return chosen.Count == 0 ? null : string.Join(", ", chosen);
    }

    private static bool SaysTheSame(string name, string other)
    {
        var (words, others) = (Words(name), Words(other));
        return words.IsSubsetOf(others) || others.IsSubsetOf(words);
    }

    private static HashSet<string> Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd('s'))];
}
