namespace PaperGraph.Network;

/// <summary>
/// What it costs to go through the graph, as whole numbers, so that sums are exact: the negative logarithms of degree-weighted path counts
/// (Himmelstein et al. 2017, "Systematic integration of biomedical knowledge prioritizes drugs for repurposing"), in which a node counts
/// the less the more neighbours it has.
/// </summary>
public static class HopCosts
{
    /// <summary>How many units of cost e times less weight is.</summary>
    private const float Unit = 1024;

    /// <summary>The exponent by which degrees dampen, w.</summary>
    private const float Damping = 0.4f;

    /// <summary>How much of an edge's own weight counts.</summary>
    private const float OfEdge = 0.4f;

    private static readonly int[] OfDegree = [.. Enumerable.Range(0, 1 << 12).Select(ComputeThrough)];

    private static readonly int[] OfWeight =
        [.. Enumerable.Range(0, 256).Select(step => (int)(-OfEdge * Unit * MathF.Log(Math.Max(step, 1) / 255f)))];

    /// <summary>The cost of a hop along an edge, by the edge's weight.</summary>
    public static int Along(Edge edge) => OfWeight[edge.Bits & 0xFF];

    /// <summary>The cost of going through a node, by its degree.</summary>
    public static int Through(int degree) => degree < OfDegree.Length ? OfDegree[degree] : ComputeThrough(degree);

    /// <summary>What a path of a cost weighs: 1 where it costs nothing.</summary>
    public static double WeightOf(long cost) => Math.Exp(-cost / (double)Unit);

    private static int ComputeThrough(int degree) => (int)(Damping * Unit * MathF.Log(Math.Max(degree, 1)));
}
