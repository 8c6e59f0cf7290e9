using PaperGraph.Network.Paths;

namespace PaperGraph.Network.Neighborhoods;

/// <summary>
/// What is around some nodes: those that cost the least to come to, by the costs of paths, so that what is specific comes before what many
/// have; what no other node has comes late, since it connects nothing. Of a node's neighbours no more than a share of the drawing are
/// looked at, or a hub would fill it alone. Several nodes take turns: each has as many places as any other, if there is so much around it,
/// or those around rare things would leave none to the rest.
/// </summary>
public static class NeighborhoodSearch
{
    /// <summary>The share of the drawing that the neighbours of a node in it may take, as one over so much.</summary>
    private const int Share = 4;

    private const int MinNeighbours = 10;

    /// <summary>What a node costs besides that leads nowhere: as much as one that some fifty have.</summary>
    private const int ThatLeadsNowhere = 2 * 1024;

    /// <param name="seeds">Different nodes; all are drawn.</param>
    /// <param name="filter">Holds of every edge, and of the nodes that were not asked for.</param>
    /// <param name="maxNodes">How many nodes are drawn at most.</param>
    public static Neighborhood Find(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, IReadOnlyList<int> seeds, int maxHops, int maxNodes)
    {
        if (seeds.Count == 0) return new Neighborhood([], [], false);
        var hops = new Dictionary<int, int>();
        var chosen = new List<(int Node, int Cost)>();
        var isTruncated = false;
        var open = new PriorityQueue<(int Node, int Hops), (int Cost, int Hops, int Node)>[seeds.Count];
        for (var seed = 0; seed < seeds.Count; seed++)
        {
            open[seed] = new();
            hops[seeds[seed]] = 0;
        }
        for (var seed = 0; seed < seeds.Count; seed++) GoOn(seed, seeds[seed], 0, 0);
        // Whose turn it is: who has the fewest places, and of these whose next node costs the least.
        var turns = new PriorityQueue<int, (int Places, int Cost, int Seed)>();
        for (var seed = 0; seed < seeds.Count; seed++) Await(seed, 0);
        while (turns.TryDequeue(out var seed, out var turn))
        {
            var places = turn.Places;
            open[seed].TryDequeue(out var next, out var rank);
            // What was come to by a cheap way of many hops may be come to again by fewer, from which more is in reach.
            if (hops.TryGetValue(next.Node, out var known))
            {
                if (next.Hops < known) GoOn(seed, next.Node, next.Hops, rank.Cost);
            }
            else
            {
                if (seeds.Count + chosen.Count >= maxNodes)
                {
                    isTruncated = true;
                    break;
                }
                chosen.Add((next.Node, rank.Cost));
                GoOn(seed, next.Node, next.Hops, rank.Cost);
                places++;
            }
            Await(seed, places);
        }

        List<int> drawn = [.. seeds, .. chosen.OrderBy(node => node.Cost).Select(node => node.Node)];
        var (edges, degrees) = EdgesBetween(graph, filter, work, drawn);
        var distances = DistancesAlong(edges, drawn.Count, seeds.Count, maxHops);
        return new Neighborhood(
            [.. drawn.Select((node, place) => new DrawnNode(node, distances[place], graph.DegreeOf(node) - degrees[place]))],
            edges,
            isTruncated || work.IsMet);

        // A node around which nothing is left takes no more turns.
        void Await(int seed, int places)
        {
            if (open[seed].TryPeek(out _, out var next)) turns.Enqueue(seed, (places, next.Cost, seed));
        }

        void GoOn(int seed, int node, int after, int cost)
        {
            hops[node] = after;
            if (after == maxHops || work.IsMet) return;
            // Of one node that is asked for alone as many may be drawn as fit.
            var max = Math.Max(MinNeighbours, (after == 0 ? maxNodes : maxNodes / Share) / seeds.Count);
            var (neighbours, areAll) = Cheapest(graph, filter, work, node, max);
            isTruncated |= !areAll;
            foreach (var (neighbour, more) in neighbours)
            {
                if (!hops.TryGetValue(neighbour, out var known) || after + 1 < known)
                    open[seed].Enqueue((neighbour, after + 1), (cost + more, after + 1, neighbour));
            }
        }
    }

    /// <summary>The neighbours of a node that cost the least, in any order; of those that cost the same the first by number.</summary>
    private static (List<(int Node, int Cost)> Neighbours, bool AreAll) Cheapest(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, int node, int max)
    {
        work.Count(graph.DegreeOf(node));
        // The dearest of those that are kept comes first.
        var kept = new PriorityQueue<(int Node, int Cost), (int, int)>();
        var areAll = true;
        foreach (var edge in graph.EdgesOf(node))
        {
            var other = edge.Target;
            if (!filter.Allows(node, edge) || !filter.Allows(other)) continue;
            var cost = HopCosts.Along(edge) + graph.CostThrough(other) + (graph.DegreeOf(other) == 1 ? ThatLeadsNowhere : 0);
            if (kept.Count < max)
            {
                kept.Enqueue((other, cost), (-cost, -other));
                continue;
            }
            areAll = false;
            kept.EnqueueDequeue((other, cost), (-cost, -other));
        }
        return ([.. kept.UnorderedItems.Select(item => item.Element)], areAll);
    }

    /// <summary>The edges between the nodes of a drawing, and how many each of these has, those that may not be drawn included.</summary>
    private static (List<(int From, int To, Edge Edge)> Edges, int[] Degrees) EdgesBetween(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, List<int> drawn)
    {
        var places = drawn.Select((node, place) => (node, place)).ToDictionary(item => item.node, item => item.place);
        var sorted = drawn.Order().ToArray();
        var edges = new List<(int, int, Edge)>();
        var degrees = new int[drawn.Count];
        for (var place = 0; place < drawn.Count; place++)
        {
            var node = drawn[place];
            foreach (var edge in Between(graph, work, node, sorted))
            {
                degrees[place]++;
                var other = places[edge.Target];
                if (place < other && filter.Allows(node, edge)) edges.Add((place, other, edge));
            }
        }
        return (edges, degrees);
    }

    /// <summary>
    /// How many edges of a drawing lead from the nearest seed to each of its nodes: the cheapest way, by which a node came into it, may be
    /// longer. Seeds are the first nodes, and none of the others is more than <paramref name="maxHops"/> away.
    /// </summary>
    private static int[] DistancesAlong(IReadOnlyList<(int From, int To, Edge Edge)> edges, int nodes, int seeds, int maxHops)
    {
        var distances = new int[nodes];
        distances.AsSpan(seeds).Fill(maxHops);
        for (var hops = 1; hops < maxHops; hops++)
        {
            foreach (var (from, to, _) in edges)
            {
                if (distances[from] == hops - 1) distances[to] = Math.Min(distances[to], hops);
                if (distances[to] == hops - 1) distances[from] = Math.Min(distances[from], hops);
            }
        }
        return distances;
    }

    /// <summary>The edges of a node to some others: each of these is looked up where the node has many.</summary>
    private static List<Edge> Between(GraphSnapshot graph, WorkLimit work, int node, int[] sorted)
    {
        var found = new List<Edge>();
        var edges = graph.EdgesOf(node);
        work.Count(Math.Min(edges.Length, 16 * sorted.Length));
        if (edges.Length <= 16 * sorted.Length)
        {
            foreach (var edge in edges)
                if (Array.BinarySearch(sorted, edge.Target) >= 0) found.Add(edge);
            return found;
        }
        foreach (var other in sorted)
        {
            if (graph.TryFindEdge(node, other, out var edge)) found.Add(edge);
        }
        return found;
    }
}
