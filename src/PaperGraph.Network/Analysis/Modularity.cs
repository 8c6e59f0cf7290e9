namespace PaperGraph.Network.Analysis;

/// <summary>
/// How much more of the weight lies within communities than edges that were drawn at random between nodes of the same strengths would have
/// there (Newman and Girvan 2004; with a resolution, Reichardt and Bornholdt 2006).
/// </summary>
public static class Modularity
{
    /// <param name="graph">The graph.</param>
    /// <param name="communities">The community of each node, numbered from 0 on.</param>
    /// <param name="resolution">What the expected weight counts; communities become smaller as it grows.</param>
    /// <returns>At most 1; 0 of a graph without edges.</returns>
    public static double Of(WeightedGraph graph, IReadOnlyList<int> communities, double resolution = 1)
    {
        var within = 0.0;
        var total = 0.0;
        var strengths = new double[communities.Count == 0 ? 0 : communities.Max() + 1];
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++)
            {
                total += weights[i];
                strengths[communities[node]] += weights[i];
                if (communities[neighbors[i]] == communities[node]) within += weights[i];
            }
        }
        return total == 0 ? 0 : within / total - resolution * strengths.Sum(strength => strength / total * (strength / total));
    }
}
