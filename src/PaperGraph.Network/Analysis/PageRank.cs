using System.ComponentModel.DataAnnotations;

namespace PaperGraph.Network.Analysis;

public sealed class PageRankOptions
{
    /// <summary>How often a walk follows an edge, and does not begin anew anywhere.</summary>
    [Range(0.0, 0.999)]
    public double Damping { get; init; } = 0.85;

    /// <summary>The ranks are good when all their changes in one iteration add up to no more than this.</summary>
    [Range(1e-15, 1.0)]
    public double Tolerance { get; init; } = 1e-9;

    [Range(1, 10_000)]
    public int MaxIterations { get; init; } = 200;
}

/// <param name="Ranks">The rank of each node; all of them add up to 1.</param>
/// <param name="Iterations">How many iterations were needed.</param>
/// <param name="HasConverged">Whether the last change was within the tolerance.</param>
public sealed record PageRankResult(double[] Ranks, int Iterations, bool HasConverged);

/// <summary>
/// How often a walk that goes on for ever is at each node (Brin and Page 1998): it follows edges by their weights, and now and then, or
/// where a node has none, begins anew at any node, or at any of some. Found by power iteration.
/// </summary>
public static class PageRank
{
    /// <exception cref="ValidationException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PageRankResult Compute(
        WeightedGraph graph, PageRankOptions options, CancellationToken cancellationToken = default) =>
        Compute(graph, options, .., cancellationToken);

    /// <param name="begins">The nodes at which walks begin; at least one where there are any.</param>
    /// <inheritdoc cref="Compute(WeightedGraph, PageRankOptions, CancellationToken)"/>
    public static PageRankResult Compute(
        WeightedGraph graph, PageRankOptions options, Range begins, CancellationToken cancellationToken = default)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        var count = graph.NodeCount;
        if (count == 0) return new PageRankResult([], 0, HasConverged: true);
        ArgumentOutOfRangeException.ThrowIfZero(begins.GetOffsetAndLength(count).Length);

        var strengths = new double[count];
        for (var node = 0; node < count; node++) strengths[node] = graph.Strength(node);
        var ranks = new double[count];
        var next = new double[count];
        ranks.AsSpan(begins).Fill(1.0 / ranks.AsSpan(begins).Length);
        for (var iteration = 1; iteration <= options.MaxIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Step(graph, strengths, ranks, next, options.Damping, begins);
            var change = 0.0;
            for (var node = 0; node < count; node++) change += Math.Abs(next[node] - ranks[node]);
            (ranks, next) = (next, ranks);
            if (change <= options.Tolerance) return new PageRankResult(ranks, iteration, HasConverged: true);
        }
        return new PageRankResult(ranks, options.MaxIterations, HasConverged: false);
    }

    private static void Step(WeightedGraph graph, double[] strengths, double[] ranks, double[] next, double damping, Range begins)
    {
        var dangling = 0.0;
        for (var node = 0; node < ranks.Length; node++)
            if (strengths[node] == 0) dangling += ranks[node];
        Array.Clear(next);
        var starts = next.AsSpan(begins);
        starts.Fill((1 - damping + damping * dangling) / starts.Length);
        for (var node = 0; node < ranks.Length; node++)
        {
            if (strengths[node] == 0) continue;
            var share = damping * ranks[node] / strengths[node];
            var neighbors = graph.Neighbors(node);
            var weights = graph.Weights(node);
            for (var i = 0; i < neighbors.Length; i++) next[neighbors[i]] += share * weights[i];
        }

        // What rounding takes or adds in a step would grow from one to the next.
        var sum = 0.0;
        foreach (var rank in next) sum += rank;
        for (var node = 0; node < next.Length; node++) next[node] /= sum;
    }
}
