namespace PaperGraph.Concepts.Collection;

/// <summary>
/// Names of one paper that mean what others of its names do. A name that another moves to may move on itself: each move is followed
/// to its end, so that a component to which names move always keeps one of the paper's names.
/// </summary>
/// <param name="resolved">What the paper's names mean without the moves.</param>
internal sealed class NameMoves(IReadOnlyDictionary<string, ResolvedName> resolved)
{
    private readonly SortedDictionary<string, string> targets = new(StringComparer.Ordinal);

    /// <param name="component">What another name of the paper means.</param>
    public void Add(string key, string component)
    {
        if (FindComponent(key) != component) targets[key] = component;
    }

    /// <summary>The keys that move, with the components they move to in the end.</summary>
    public IEnumerable<(string Key, string Component)> Ends()
    {
        if (targets.Count == 0) yield break;
        var left = Left();
        var circular = BreakCircles(left);
        foreach (var (key, target) in targets)
        {
            var own = FindComponent(key);
            if (own is not null && circular.Contains(own)) continue;
            var end = target;
            while (left.TryGetValue(end, out var further)) end = further;
            if (end != own) yield return (key, end);
        }
    }

    /// <summary>The components that all of the paper's names leave, with where the first of these goes.</summary>
    private Dictionary<string, string> Left()
    {
        var kept = resolved.Where(name => !targets.ContainsKey(name.Key)).Select(name => name.Value.ConceptKey).ToHashSet();
        var left = new Dictionary<string, string>();
        foreach (var (key, target) in targets)
            if (FindComponent(key) is { } own && !kept.Contains(own)) left.TryAdd(own, target);
        return left;
    }

    /// <summary>Where components lead to each other in a circle, the first in ordinal order keeps its names.</summary>
    private static HashSet<string> BreakCircles(Dictionary<string, string> left)
    {
        var kept = new HashSet<string>();
        foreach (var component in left.Keys.Order(StringComparer.Ordinal).ToList())
        {
            if (!LeadsToItself(component, left)) continue;
            kept.Add(component);
            left.Remove(component);
        }
        return kept;
    }

    private static bool LeadsToItself(string component, Dictionary<string, string> left)
    {
        var at = left[component];
        for (var steps = left.Count; steps > 0 && at != component && left.TryGetValue(at, out var further); steps--) at = further;
        return at == component;
    }

    private string? FindComponent(string key) => resolved.TryGetValue(key, out var meaning) ? meaning.ConceptKey : null;
}
