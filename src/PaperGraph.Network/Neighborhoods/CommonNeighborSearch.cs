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
    /// once, what all have counts the more the more they are. The edges of all nodes are read side by side, as they are in the same order,
    /// so that nothing is remembered of hubs but what is told of them.
    /// </summary>
    /// <param name="nodes">Different nodes.</param>
    public static (IReadOnlyList<CommonNeighbor> Found, bool IsTruncated) Find(
        GraphSnapshot graph, HopFilter filter, WorkLimit work, IReadOnlyList<int> nodes, int max)
    {
        EdgeList.Enumerator[] edges = [.. nodes.Select(node => graph.EdgesOf(node).GetEnumerator())];
        // Of all nodes that have a neighbour in common the one that was given first comes first.
        var next = new PriorityQueue<int, (int Neighbour, int Place)>();
        for (var place = 0; place < nodes.Count; place++) MoveNext(place);

        var best = new PriorityQueue<CommonNeighbor, Rank>();
        var (count, having) = (0, new List<(int From, Edge Edge)>());
        while (!work.IsMet && next.TryPeek(out _, out var first))
        {
            having.Clear();
            while (next.TryPeek(out var place, out var other) && other.Neighbour == first.Neighbour)
            {
                next.Dequeue();
                having.Add((nodes[place], edges[place].Current));
                MoveNext(place);
            }
            if (!filter.Allows(first.Neighbour)) continue;
            having.RemoveAll(item => !filter.Allows(item.From, item.Edge));
            if (having.Count > 1) Keep(first.Neighbour);
        }

        List<CommonNeighbor> found = [];
        while (best.TryDequeue(out var common, out _)) found.Add(common);
        found.Reverse();
        return (found, count > max || work.IsMet);

        void MoveNext(int place)
        {
            work.Count(1);
            if (edges[place].MoveNext()) next.Enqueue(place, (edges[place].Current.Target, place));
        }

        void Keep(int neighbour)
        {
            count++;
            var specificity = graph.SpecificityOf(neighbour);
            var rank = new Rank(specificity * (having.Count - 1), having.Count, -neighbour);
            if (best.Count >= max && best.TryPeek(out _, out var worst) && rank.CompareTo(worst) < 0) return;
            best.Enqueue(new CommonNeighbor(neighbour, specificity, [.. having]), rank);
            if (best.Count > max) best.Dequeue();
        }
    }

    /// <summary>The worst first; of those alike the last by number.</summary>
    private readonly record struct Rank(double Score, int Having, int Number) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => (Score, Having, Number).CompareTo((other.Score, other.Having, other.Number));
    }
}
