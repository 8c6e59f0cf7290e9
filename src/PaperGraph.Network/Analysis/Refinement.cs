namespace PaperGraph.Network.Analysis;

/// <summary>
/// The second phase of <see cref="Leiden"/>: within each community, nodes that are tied well enough to the rest of it are joined to sets,
/// of which each is connected. A community whose parts hang together loosely falls apart by that.
/// </summary>
internal sealed class Refinement
{
    private readonly LevelGraph graph;
    private readonly int[] communities;
    private readonly double resolution;
    private readonly int[] sets;
    private readonly int[] sizes;
    private readonly double[] strengths;

    /// <summary>What ties each set to the rest of its community.</summary>
    private readonly double[] cuts;

    private readonly SparseSums ties;

    private Refinement(LevelGraph graph, int[] communities, double resolution)
    {
        (this.graph, this.communities, this.resolution) = (graph, communities, resolution);
        sets = [.. Enumerable.Range(0, graph.NodeCount)];
        sizes = new int[graph.NodeCount];
        Array.Fill(sizes, 1);
        strengths = [.. graph.Strengths];
        cuts = new double[graph.NodeCount];
        ties = new SparseSums(graph.NodeCount);
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++)
                if (communities[neighbors[i]] == communities[node]) cuts[node] += weights[i];
        }
    }

    /// <param name="graph">The graph.</param>
    /// <param name="communities">The community of each node, numbered from 0 on.</param>
    /// <param name="count">How many communities there are.</param>
    /// <param name="resolution">The resolution of the modularity.</param>
    /// <param name="random">Says in which order the nodes of a community are looked at.</param>
    /// <returns>The set of each node, less than there are nodes.</returns>
    public static int[] Run(
        LevelGraph graph, int[] communities, int count, double resolution, Random random, CancellationToken cancellationToken)
    {
        var refinement = new Refinement(graph, communities, resolution);
        var (members, begins) = Grouping.Group(communities, count);
        for (var community = 0; community < count; community++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            refinement.JoinWithin(members.AsSpan(begins[community]..begins[community + 1]), random);
        }
        return refinement.sets;
    }

    private void JoinWithin(Span<int> nodes, Random random)
    {
        var strength = 0.0;
        foreach (var node in nodes) strength += graph.Strengths[node];
        random.Shuffle(nodes);
        foreach (var node in nodes)
            if (sizes[sets[node]] == 1 && IsTied(node, strength)) JoinBest(node, strength);
    }

    /// <summary>Whether a set is tied to the rest of its community as much as chance would tie it at least.</summary>
    private bool IsTied(int set, double community) =>
        cuts[set] >= resolution * strengths[set] * (community - strengths[set]) / graph.Total;

    private void JoinBest(int node, double community)
    {
        var neighbors = graph.Neighbors(node);
        var weights = graph.Weights(node);
        for (var i = 0; i < neighbors.Length; i++)
            if (communities[neighbors[i]] == communities[node]) ties.Add(sets[neighbors[i]], weights[i]);

        var (best, most) = (node, graph.Negligible);
        foreach (var set in ties.Keys)
        {
            var gain = ties[set] - resolution * strengths[node] * strengths[set] / graph.Total;
            if (gain > most && IsTied(set, community)) (best, most) = (set, gain);
        }
        if (best != node)
        {
            cuts[best] += cuts[node] - 2 * ties[best];
            strengths[best] += strengths[node];
            sizes[best]++;
            (sets[node], sizes[node]) = (best, 0);
        }
        ties.Clear();
    }
}
