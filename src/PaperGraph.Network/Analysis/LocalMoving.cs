namespace PaperGraph.Network.Analysis;

/// <summary>The first phase of <see cref="Leiden"/>: nodes move to the communities where the partition gains the most by them.</summary>
internal static class LocalMoving
{
    /// <summary>
    /// Moves nodes until none can gain by moving. Looked at again are those alone whose neighbors have moved away.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="communities">The community of each node, less than there are nodes; changed in place.</param>
    /// <param name="resolution">The resolution of the modularity.</param>
    /// <param name="random">Says in which order nodes are looked at first.</param>
    /// <returns>Whether any node has moved.</returns>
    public static bool Run(LevelGraph graph, int[] communities, double resolution, Random random, CancellationToken cancellationToken)
    {
        var state = new State(graph, communities, resolution);
        var queue = new NodeQueue(graph.NodeCount, random);
        var hasMoved = false;
        for (var looked = 0; queue.TryDequeue(out var node); looked++)
        {
            if (looked % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (!state.MoveToBest(node)) continue;
            hasMoved = true;
            foreach (var neighbor in graph.Neighbors(node))
                if (communities[neighbor] != communities[node]) queue.Enqueue(neighbor);
        }
        return hasMoved;
    }

    private sealed class State
    {
        private readonly LevelGraph graph;
        private readonly int[] communities;
        private readonly double resolution;
        private readonly double[] strengths;
        private readonly int[] sizes;
        private readonly Stack<int> empty = new();
        private readonly SparseSums ties;

        public State(LevelGraph graph, int[] communities, double resolution)
        {
            (this.graph, this.communities, this.resolution) = (graph, communities, resolution);
            strengths = new double[graph.NodeCount];
            sizes = new int[graph.NodeCount];
            ties = new SparseSums(graph.NodeCount);
            for (var node = 0; node < communities.Length; node++)
            {
                strengths[communities[node]] += graph.Strengths[node];
                sizes[communities[node]]++;
            }
            for (var community = graph.NodeCount - 1; community >= 0; community--)
                if (sizes[community] == 0) empty.Push(community);
        }

        public bool MoveToBest(int node)
        {
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++) ties.Add(communities[neighbors[i]], weights[i]);

            var from = communities[node];
            var strength = graph.Strengths[node];
            strengths[from] -= strength;
            var (best, most) = (from, Gain(from, strength));
            foreach (var community in ties.Keys)
            {
                var gain = Gain(community, strength);
                if (gain > most + graph.Negligible) (best, most) = (community, gain);
            }
            // Alone a node neither gains nor loses anything.
            if (most < -graph.Negligible && sizes[from] > 1) best = empty.Peek();
            strengths[best] += strength;
            ties.Clear();
            if (best == from) return false;

            if (sizes[best]++ == 0) empty.Pop();
            if (--sizes[from] == 0) empty.Push(from);
            communities[node] = best;
            return true;
        }

        private double Gain(int community, double strength) =>
            ties[community] - resolution * strength * strengths[community] / graph.Total;
    }

    /// <summary>Nodes that wait, each once; at first all of them.</summary>
    private sealed class NodeQueue
    {
        private readonly int[] ring;
        private readonly bool[] waits;
        private int first;
        private int count;

        public NodeQueue(int nodes, Random random)
        {
            ring = [.. Enumerable.Range(0, nodes)];
            random.Shuffle(ring);
            waits = new bool[nodes];
            Array.Fill(waits, true);
            count = nodes;
        }

        public bool TryDequeue(out int node)
        {
            node = 0;
            if (count == 0) return false;
            node = ring[first];
            first = (first + 1) % ring.Length;
            count--;
            waits[node] = false;
            return true;
        }

        public void Enqueue(int node)
        {
            if (waits[node]) return;
            waits[node] = true;
            ring[(int)(((long)first + count) % ring.Length)] = node;
            count++;
        }
    }
}
