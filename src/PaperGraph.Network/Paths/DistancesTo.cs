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
    private readonly NodeSet besideSource;

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
        besideSource = new NodeSet(graph.NodeCount);
        foreach (var edge in graph.EdgesOf(source))
            if (filter.Allows(source, edge)) besideSource.Add(edge.Target);
        work.Count(graph.DegreeOf(source));
        fromSource = new DistancesFrom(graph, filter, work, source, target);
        open.Enqueue((target, 0, 0), 0);
    }

    /// <summary>A bound that no way costs less than which goes over a node that was not settled when it was asked for.</summary>
    public int Radius => radius;

    /// <summary>How many nodes were settled; one that was settled again counts again.</summary>
    public int Settled => labels.Count;

    /// <summary>One that was settled, the first of all by 0; null where that was a node that had been settled before.</summary>
    public int? SettledAt(int index) => labels[index].Before < 0 ? labels[index].Node : null;

    /// <summary>Whether the source has an edge to a node that may be gone along.</summary>
    public bool IsBesideSource(int node) => besideSource.Contains(node);

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
        while (radius < Infinite && radius - before <= bound && !work.IsMet)
            if (SettleNext() is { } next && next.Node == node && next.Hops <= hops) return;
    }

    /// <summary>Goes on until another node is settled that the source has an edge to, or what is left costs more than a bound.</summary>
    public void AdvanceBesideSource(int bound)
    {
        while (radius <= bound && radius < Infinite && !work.IsMet)
            if (SettleNext() is { } next && besideSource.Contains(next.Node)) return;
    }

    /// <summary>Null where there was none, or it was known by a better way.</summary>
    private (int Node, int Hops, int Cost)? SettleNext()
    {
        if (!open.TryDequeue(out var next, out var whole))
        {
            radius = Infinite;
            return null;
        }
        radius = whole;
        return Settle(next.Node, next.Hops, next.Cost) ? next : null;
    }

    /// <summary>False where a way that costs no more has no more hops either.</summary>
    private bool Settle(int node, int hops, int cost)
    {
        var cheaper = last.TryGetValue(node, out var index) ? index : -1;
        if (cheaper >= 0 && labels[cheaper].Hops <= hops) return false;
        last[node] = labels.Count;
        labels.Add(new Label(node, cost, hops, cheaper));
        if (node == source) return true;

        var through = node == target ? 0 : graph.CostThrough(node);
        var isNextToLast = hops + 1 == maxHops - 1;
        work.Count(graph.DegreeOf(node));
        foreach (var edge in graph.EdgesOf(node))
        {
            if (work.IsMet) return true;
            var other = edge.Target;
            if (other == target || !filter.Allows(node, edge)) continue;
            if (other != source)
            {
                if (hops + 1 >= maxHops || !filter.Allows(other)) continue;
                if (isNextToLast && !besideSource.Contains(other)) continue;
                if (last.TryGetValue(other, out var known) && labels[known].Hops <= hops + 1) continue;
            }
            var before = fromSource.AtLeast(other);
            if (before == Infinite) continue;
            work.Count(WorkLimit.Kept);
            var more = cost + through + HopCosts.Along(edge);
            open.Enqueue((other, hops + 1, more), more + before);
        }
        return true;
    }

    /// <param name="Before">The label of the same node that costs less and has more hops; -1 for none.</param>
    private readonly record struct Label(int Node, int Cost, int Hops, int Before);
}
