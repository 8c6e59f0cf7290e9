namespace PaperGraph.Network.Paths;

/// <summary>
/// What it costs at least to come from the source to a node, the node itself gone through: Dijkstra's search from the source, of so many
/// edges. It leads the search backwards the way to the source, so that both together look at what is near the two ends alone.
/// </summary>
internal sealed class DistancesFrom
{
    /// <summary>How many edges are looked at: what one hub has.</summary>
    private const int MaxEdges = 30_000;

    private readonly Dictionary<int, int> settled = [];

    private readonly int radius;

    public DistancesFrom(GraphSnapshot graph, HopFilter filter, WorkLimit work, int source, int target)
    {
        if (graph.DegreeOf(source) > MaxEdges)
        {
            // Of a hub nothing is remembered but what its nearest neighbour costs.
            settled.Add(source, 0);
            work.Count(graph.DegreeOf(source));
            radius = DistancesTo.Infinite;
            foreach (var edge in graph.EdgesOf(source))
                if (IsWayOn(source, edge)) radius = Math.Min(radius, HopCosts.Along(edge) + graph.CostThrough(edge.Target));
            return;
        }

        var open = new PriorityQueue<int, int>();
        open.Enqueue(source, 0);
        var edges = 0;
        while (open.TryDequeue(out var node, out var cost))
        {
            if (settled.ContainsKey(node)) continue;
            edges += graph.DegreeOf(node);
            if (edges > MaxEdges)
            {
                radius = cost;
                return;
            }
            settled.Add(node, cost);
            work.Count(graph.DegreeOf(node));
            foreach (var edge in graph.EdgesOf(node))
            {
                var other = edge.Target;
                if (settled.ContainsKey(other) || !IsWayOn(node, edge)) continue;
                open.Enqueue(other, cost + HopCosts.Along(edge) + graph.CostThrough(other));
            }
        }
        radius = DistancesTo.Infinite;

        bool IsWayOn(int node, Edge edge) => edge.Target != target && filter.Allows(node, edge) && filter.Allows(edge.Target);
    }

    /// <summary>A bound that the cost is not below; <see cref="DistancesTo.Infinite"/> of what cannot be come to.</summary>
    public int AtLeast(int node) => settled.TryGetValue(node, out var cost) ? cost : radius;
}
