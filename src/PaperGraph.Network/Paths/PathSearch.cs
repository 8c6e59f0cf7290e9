namespace PaperGraph.Network.Paths;

/// <summary>A way from one node to another that comes to no node twice.</summary>
/// <param name="Nodes">The numbers of its nodes, both ends included.</param>
public sealed record GraphPath(IReadOnlyList<int> Nodes, int Cost)
{
    /// <summary>From 0 to 1: the product of what each hop and each node in between lets through.</summary>
    public double Weight => HopCosts.WeightOf(Cost);
}

/// <param name="IsTruncated">Whether the search met its limit: then there may be more paths, and better ones than the last.</param>
public sealed record PathSearchResult(IReadOnlyList<GraphPath> Paths, bool IsTruncated);

/// <summary>
/// The cheapest simple paths between two nodes. Partial paths from the source are gone on with in the order of what they cost at least in
/// the end, which <see cref="DistancesTo"/> tells: A*, for many paths instead of one. As that bound is exact but for ways that come to a
/// node twice, hardly a path is begun that is not among the cheapest, so that it does with one search backwards where Yen's algorithm
/// makes one for each place where a path may leave those before. Of two ends the one with more edges is the source; where it is a hub, no
/// more of its edges are gone along than the search backwards comes to.
/// </summary>
public sealed class PathSearch
{
    /// <summary>The edges of a hub: more than are all gone along at once.</summary>
    private const int OfHub = 1_000;

    private readonly GraphSnapshot graph;
    private readonly HopFilter filter;
    private readonly WorkLimit work;
    private readonly int target;
    private readonly int maxHops;
    private readonly DistancesTo distances;
    private readonly List<Partial> partials = [];

    /// <summary>How many of the nodes that the search backwards has settled were looked at from a hub.</summary>
    private int lookedAt;

    /// <summary>Partial paths by what they cost at least in the end; of those that cost the same, the shorter first.</summary>
    private readonly PriorityQueue<int, (int Cost, int Hops)> open = new();

    private PathSearch(GraphSnapshot graph, HopFilter filter, WorkLimit work, int source, int target, int maxHops)
    {
        (this.graph, this.filter, this.work, this.target, this.maxHops) = (graph, filter, work, target, maxHops);
        distances = new DistancesTo(graph, filter, work, source, target, maxHops);
        Keep(new Partial(source, Before: -1, Hops: 0, Cost: 0), 0);
    }

    /// <param name="filter">Holds of every hop and of the nodes in between.</param>
    /// <param name="maxPaths">How many are wanted.</param>
    public static PathSearchResult Find(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, int source, int target, int maxHops, int maxPaths)
    {
        if (source == target) return new PathSearchResult([new GraphPath([source], 0)], false);
        if (graph.DegreeOf(source) < graph.DegreeOf(target))
        {
            var back = Find(graph, filter, work, target, source, maxHops, maxPaths);
            return back with { Paths = [.. back.Paths.Select(path => path with { Nodes = [.. path.Nodes.Reverse()] })] };
        }
        var found = new PathSearch(graph, filter, work, source, target, maxHops).Find(maxPaths);
        // Better some shorter paths than none: there are fewer ways to look at.
        while (found is { Paths.Count: 0, IsTruncated: true } && maxHops > 2)
        {
            maxHops -= 2;
            work.Renew();
            found = new PathSearch(graph, filter, work, source, target, maxHops).Find(maxPaths) with { IsTruncated = true };
        }
        return found;
    }

    private PathSearchResult Find(int maxPaths)
    {
        var found = new List<GraphPath>();
        while (found.Count < maxPaths && open.TryDequeue(out var index, out var bound))
        {
            var partial = partials[index];
            if (partial.Node == target) found.Add(PathOf(index));
            else if (work.IsMet) continue;
            else if (index == 0 && graph.DegreeOf(partial.Node) > OfHub) GoOnFromHub();
            else GoOnOrTighten(index, partial, bound.Cost);
        }
        return new PathSearchResult(found, work.IsMet);
    }

    /// <summary>
    /// Goes on with a partial path whose bound cannot be better; any other is put back by a better bound, for which the search backwards
    /// goes on until another partial path may be cheaper.
    /// </summary>
    private void GoOnOrTighten(int index, Partial partial, int bound)
    {
        var hops = maxHops - partial.Hops;
        var (cost, isExact) = distances.Find(partial.Node, hops);
        if (isExact && partial.Cost + cost <= bound)
        {
            GoOn(index);
            return;
        }

        if (!isExact)
        {
            var next = open.TryPeek(out _, out var other) ? other.Cost : DistancesTo.Infinite;
            distances.Advance(partial.Node, hops, next - partial.Cost);
            (cost, _) = distances.Find(partial.Node, hops);
        }
        if (cost < DistancesTo.Infinite) open.Enqueue(index, (partial.Cost + cost, partial.Hops));
    }

    /// <summary>
    /// Goes on from the source to those of its neighbours that the search backwards has come to, and puts it back for the others, which
    /// cost more.
    /// </summary>
    private void GoOnFromHub()
    {
        distances.AdvanceBesideSource(open.TryPeek(out _, out var next) ? next.Cost : DistancesTo.Infinite);
        for (; lookedAt < distances.Settled; lookedAt++)
            if (distances.SettledAt(lookedAt) is { } node && distances.IsBesideSource(node)) GoFromHub(node);
        if (distances.Radius < DistancesTo.Infinite) open.Enqueue(0, (distances.Radius, 0));
    }

    private void GoFromHub(int node)
    {
        graph.TryFindEdge(partials[0].Node, node, out var edge);
        work.Count(graph.DegreeOf(node));
        var cost = HopCosts.Along(edge);
        if (node == target)
        {
            Keep(new Partial(node, Before: 0, Hops: 1, cost), cost);
            return;
        }
        if (maxHops < 2 || !filter.Allows(node)) return;
        cost += graph.CostThrough(node);
        Keep(new Partial(node, Before: 0, Hops: 1, cost), cost + distances.Find(node, maxHops - 1).Cost);
    }

    private void GoOn(int index)
    {
        var partial = partials[index];
        var hops = partial.Hops + 1;
        work.Count(graph.DegreeOf(partial.Node));
        foreach (var edge in graph.EdgesOf(partial.Node))
        {
            if (work.IsMet) return;
            var node = edge.Target;
            if (!filter.Allows(partial.Node, edge)) continue;
            var cost = partial.Cost + HopCosts.Along(edge);
            if (node == target)
            {
                Keep(new Partial(node, index, hops, cost), cost);
                continue;
            }
            if (hops >= maxHops || !filter.Allows(node) || IsOn(index, node)) continue;
            var (rest, _) = distances.Find(node, maxHops - hops);
            if (rest >= DistancesTo.Infinite) continue;
            cost += graph.CostThrough(node);
            Keep(new Partial(node, index, hops, cost), cost + rest);
        }
    }

    private void Keep(Partial partial, int bound)
    {
        work.Count(WorkLimit.Kept);
        open.Enqueue(partials.Count, (bound, partial.Hops));
        partials.Add(partial);
    }

    private bool IsOn(int index, int node)
    {
        for (; index >= 0; index = partials[index].Before)
            if (partials[index].Node == node) return true;
        return false;
    }

    private GraphPath PathOf(int index)
    {
        var nodes = new int[partials[index].Hops + 1];
        var cost = partials[index].Cost;
        for (var place = nodes.Length - 1; index >= 0; index = partials[index].Before) nodes[place--] = partials[index].Node;
        return new GraphPath(nodes, cost);
    }

    /// <param name="Before">Its beginning, which is a partial path without the last node; -1 for none.</param>
    /// <param name="Cost">What its hops and all its nodes but the source and the target cost.</param>
    private readonly record struct Partial(int Node, int Before, int Hops, int Cost);
}
