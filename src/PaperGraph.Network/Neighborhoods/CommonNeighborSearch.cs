using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Neighborhoods;

/// <summary>What several of some nodes have.</summary>
/// <param name="Specificity">From 0, where all papers may have it, to 1.</param>
/// <param name="Edges">The edges to those of the nodes that have it, as these were given.</param>
public sealed record CommonNeighbor(int Node, double Specificity, IReadOnlyList<(int From, Edge Edge)> Edges);

/// <summary>What some nodes have in common: the neighbours that two of them or more have.</summary>
public static class CommonNeighborSearch
{
    /// <summary>
    /// Those first whose specificity times the number of nodes that have it, less one, is the greatest: what one other node has too counts
    /// once, what all have counts the more the more they are.
    /// </summary>
    /// <param name="nodes">Different nodes.</param>
    public static (IReadOnlyList<CommonNeighbor> Found, bool IsTruncated) Find(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, IReadOnlyList<int> nodes, int max)
    {
        var edges = new Dictionary<int, List<(int From, Edge Edge)>>();
        // From those with few edges to those with many, which may be where the limit is met.
        foreach (var node in nodes.OrderBy(graph.DegreeOf))
        {
            if (work.IsMet) break;
            work.Count(graph.DegreeOf(node));
            foreach (var edge in graph.EdgesOf(node))
            {
                if (!filter.Allows(node, edge.Target) || !filter.Allows(edge.Target)) continue;
                if (!edges.TryGetValue(edge.Target, out var list)) edges.Add(edge.Target, list = new(1));
                list.Add((node, edge));
            }
        }
        var order = nodes.Select((node, place) => (node, place)).ToDictionary(item => item.node, item => item.place);
        var common = edges
            .Where(item => item.Value.Count > 1)
            .Select(item => new CommonNeighbor(
                item.Key, graph.SpecificityOf(item.Key), [.. item.Value.OrderBy(edge => order[edge.From])]))
            .OrderByDescending(item => item.Specificity * (item.Edges.Count - 1))
            .ThenByDescending(item => item.Edges.Count)
            .ThenBy(item => item.Node)
            .ToList();
        return ([.. common.Take(max)], common.Count > max || work.IsMet);
    }
}
