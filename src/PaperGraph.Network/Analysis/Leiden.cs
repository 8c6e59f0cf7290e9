using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Network.Analysis;

/// <summary>
/// Communities by modularity (Traag, Waltman and van Eck 2019, "From Louvain to Leiden"): nodes are moved, communities refined to sets that
/// are connected, and the same is done with these sets as nodes, until nothing moves. Of nodes that may join several sets, the best is
/// taken, and not one by chance: so do the authors' own programs.
/// </summary>
public static class Leiden
{
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LeidenResult Find(WeightedGraph graph, LeidenOptions options, CancellationToken cancellationToken = default) =>
        Find(graph, options, _ => { }, cancellationToken);

    /// <param name="phaseEnded">Called with the community of each node whenever nodes have been moved.</param>
    internal static LeidenResult Find(
        WeightedGraph graph, LeidenOptions options, Action<int[]> phaseEnded, CancellationToken cancellationToken)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var random = new Random(options.Seed);
        var nodes = LevelGraph.From(graph);
        int[] communities = [.. Enumerable.Range(0, graph.NodeCount)];
        var isBetter = nodes.Total > 0;
        for (var iteration = 0; isBetter && iteration < options.MaxIterations; iteration++)
            isBetter = Improve(nodes, communities, options.Resolution, random, phaseEnded, cancellationToken);

        var count = Components.Split(graph, communities);
        return new LeidenResult(communities, count, Modularity.Of(graph, communities, options.Resolution));
    }

    /// <returns>Whether any node has moved.</returns>
    private static bool Improve(
        LevelGraph nodes,
        int[] communities,
        double resolution,
        Random random,
        Action<int[]> phaseEnded,
        CancellationToken cancellationToken)
    {
        var hasMoved = false;
        var level = nodes;
        int[] setOf = [.. Enumerable.Range(0, nodes.NodeCount)];
        int[] partition = [.. communities];
        while (true)
        {
            hasMoved |= LocalMoving.Run(level, partition, resolution, random, cancellationToken);
            var count = Grouping.Renumber(partition);
            for (var node = 0; node < communities.Length; node++) communities[node] = partition[setOf[node]];
            phaseEnded(communities);
            if (count == level.NodeCount) return hasMoved;

            var sets = Refinement.Run(level, partition, count, resolution, random, cancellationToken);
            var setCount = Grouping.Renumber(sets);
            // Where no set is tied to another well enough, communities are taken whole, or it would never come to an end.
            if (setCount == level.NodeCount) (sets, setCount) = ([.. partition], count);

            var next = new int[setCount];
            for (var node = 0; node < sets.Length; node++) next[sets[node]] = partition[node];
            for (var node = 0; node < setOf.Length; node++) setOf[node] = sets[setOf[node]];
            (level, partition) = (level.Aggregate(sets, setCount), next);
        }
    }
}
