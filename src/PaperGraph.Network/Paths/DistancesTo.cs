namespace PaperGraph.Network.Paths;

/// <summary>
/// What it costs at least to come from a node to the target within some hops: a search from the target backwards, which goes on only as far
/// as somebody asks, and by <see cref="DistancesFrom"/> towards the source first (A*). A node is settled again where a way of fewer hops is
/// met that costs more.
/// </summary>
internal sealed class DistancesTo
{
    /// <summary>More than any path can cost.</summary>
    public const int Infinite = int.MaxValue / 2;

    private readonly GraphSnapshot graph;
    private readonly HopFilter filter;
    private readonly WorkLimit work;
    private readonly int target;
    private readonly int source;
    private readonly int maxHops;
    private readonly HashSet<int> besideSource = [];

    /// <summary>Of each node that was settled the last of its labels.</summary>
    private readonly Dictionary<int, int> last = [];

    private readonly List<Label> labels = [];
    private readonly PriorityQueue<(int Node, int Hops, int Cost), int> open = new();
    private readonly DistancesFrom fromSource;

    /// <summary>What no way through a node that is not settled yet costs less than, from the source to the target.</summary>
    private int radius;

    public DistancesTo(GraphSnapshot graph, HopFilter filter, WorkLimit work, int source, int target, int maxHops)
    {
        (this.graph, this.filter, this.work) = (graph, filter, work);
        (this.source, this.target, this.maxHops) = (source, target, maxHops);
        foreach (var edge in graph.EdgesOf(source))
            if (filter.Allows(source, edge.Target)) besideSource.Add(edge.Target);
        work.Count(graph.DegreeOf(source));
        fromSource = new DistancesFrom(graph, filter, work, source, target);
        open.Enqueue((target, 0, 0), 0);
    }

    /// <summary>
    /// The cost from behind the node to the target in so many hops at most; where that is not known yet, a bound that it is not below.
    /// </summary>
    public (int Cost, bool IsExact) Find(int node, int hops)
    {
        var found = -1;
        if (last.TryGetValue(node, out var index))
        {
            // From the way of the fewest hops to the cheapest one.
            for (; index >= 0 && labels[index].Hops <= hops; index = labels[index].Before) found = index;
        }
        if (found >= 0) return (labels[found].Cost, true);
        var before = fromSource.AtLeast(node);
        return radius == Infinite || before == Infinite ? (Infinite, true) : (Math.Max(0, radius - before), false);
    }

    /// <summary>Goes on until the distance of a node is known, or is known to be above a bound.</summary>
    public void Advance(int node, int hops, int bound)
    {
        var before = fromSource.AtLeast(node);
        while (radius - before <= bound && !work.IsMet)
        {
            if (!open.TryDequeue(out var next, out var whole))
            {
                radius = Infinite;
                return;
            }
            radius = whole;
            if (!Settle(next.Node, next.Hops, next.Cost)) continue;
            if (next.Node == node && next.Hops <= hops) return;
        }
    }

    /// <summary>False where a way that costs no more has no more hops either.</summary>
    private bool Settle(int node, int hops, int cost)
    {
        var cheaper = last.TryGetValue(node, out var index) ? index : -1;
        if (cheaper >= 0 && labels[cheaper].Hops <= hops) return false;
        last[node] = labels.Count;
        labels.Add(new Label(cost, hops, cheaper));
        if (node == source) return true;

        var through = node == target ? 0 : graph.CostThrough(node);
        var isNextToLast = hops + 1 == maxHops - 1;
        work.Count(graph.DegreeOf(node));
        foreach (var edge in graph.EdgesOf(node))
        {
            var other = edge.Target;
            if (other == target || !filter.Allows(node, other)) continue;
            if (other != source)
            {
                if (hops + 1 >= maxHops || !filter.Allows(other)) continue;
                if (isNextToLast && !besideSource.Contains(other)) continue;
                if (last.TryGetValue(other, out var known) && labels[known].Hops <= hops + 1) continue;
            }
            var before = fromSource.AtLeast(other);
            if (before == Infinite) continue;
            work.Count(1);
            var more = cost + through + HopCosts.Along(edge);
            open.Enqueue((other, hops + 1, more), more + before);
        }
        return true;
    }

    /// <param name="Before">The label of the same node that costs less and has more hops; -1 for none.</param>
    private readonly record struct Label(int Cost, int Hops, int Before);
}
