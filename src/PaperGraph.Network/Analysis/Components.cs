namespace PaperGraph.Network.Analysis;

/// <summary>The connected parts of communities.</summary>
internal static class Components
{
    /// <summary>
    /// Makes each connected part of a community one of its own, by which modularity never falls, and numbers all of them anew: those of
    /// the most nodes first, and of those the one whose first node comes first.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="communities">The community of each node; changed in place.</param>
    /// <returns>How many communities there are.</returns>
    public static int Split(WeightedGraph graph, int[] communities)
    {
        var parts = new int[communities.Length];
        Array.Fill(parts, -1);
        var sizes = new List<int>();
        var waiting = new Stack<int>();
        for (var first = 0; first < parts.Length; first++)
        {
            if (parts[first] >= 0) continue;
            var size = 0;
            parts[first] = sizes.Count;
            waiting.Push(first);
            while (waiting.TryPop(out var node))
            {
                size++;
                foreach (var neighbor in graph.Neighbors(node))
                {
                    if (parts[neighbor] >= 0 || communities[neighbor] != communities[node]) continue;
                    parts[neighbor] = sizes.Count;
                    waiting.Push(neighbor);
                }
            }
            sizes.Add(size);
        }

        var numbers = new int[sizes.Count];
        var largestFirst = Enumerable.Range(0, sizes.Count).OrderByDescending(part => sizes[part]);
        foreach (var (number, part) in largestFirst.Index()) numbers[part] = number;
        for (var node = 0; node < parts.Length; node++) communities[node] = numbers[parts[node]];
        return sizes.Count;
    }
}
