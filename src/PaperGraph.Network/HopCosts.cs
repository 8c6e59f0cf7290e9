using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// What it costs to go through the graph, as whole numbers, so that sums are exact: the negative logarithms of degree-weighted path counts
/// (Himmelstein et al. 2017, "Systematic integration of biomedical knowledge prioritizes drugs for repurposing"), in which a node counts
/// the less the more neighbours it has. What was measured best there, the degree to the power of -0.4 at whatever node, was not so here:
/// it made papers as dear as what thirty papers share, and so a topic of half of all papers better than what two methods have in common.
/// </summary>
public static class HopCosts
{
    /// <summary>How many units of cost e times less weight is.</summary>
    private const float Unit = 1024;

    /// <summary>The power of an edge's own weight that it lets through.</summary>
    private const float OfEdge = 0.5f;

    /// <summary>What more than this share of all papers have is general.</summary>
    private const float GeneralShare = 0.02f;

    /// <summary>What no more papers have than this is not general, however few papers there are.</summary>
    private const int LeastGeneral = 20;

    /// <summary>By which power of how many times more than a general node has a node is dampened besides.</summary>
    private const float OfGeneral = 0.75f;

    /// <summary>Degrees whose costs are computed beforehand.</summary>
    private const int Known = 1 << 12;

    private static readonly EdgeKind[] Kinds = Enum.GetValues<EdgeKind>();

    private static readonly int[][] OfDegree =
        [.. Kinds.Select(kind => Enumerable.Range(0, Known).Select(degree => ComputeThrough(kind, degree)).ToArray())];

    private static readonly int[] OfWeight =
        [.. Enumerable.Range(0, 256).Select(step => (int)(-OfEdge * Unit * MathF.Log(new Edge(0, (byte)Math.Max(step, 1)).Weight)))];

    /// <summary>The cost of a hop along an edge, by the edge's weight.</summary>
    public static int Along(Edge edge) => OfWeight[edge.Strength];

    /// <summary>The cost of going through a node.</summary>
    /// <param name="kind">What the node is to a paper; RELATED for a paper.</param>
    /// <param name="generalDegree">That of <see cref="GeneralDegree"/>, above which a node costs more than by its degree alone.</param>
    public static int Through(EdgeKind kind, int degree, float generalDegree)
    {
        var cost = degree < Known ? OfDegree[(int)kind][degree] : ComputeThrough(kind, degree);
        if (degree <= generalDegree || kind == EdgeKind.Related) return cost;
        return cost + (int)(OfGeneral * Unit * MathF.Log(degree / generalDegree));
    }

    /// <summary>The degree above which a concept or topic is so general that hardly a path through it says anything.</summary>
    /// <param name="papers">How many there are in the graph.</param>
    public static float GeneralDegree(int papers) => Math.Max(LeastGeneral, GeneralShare * papers);

    /// <summary>What a path of a cost weighs: 1 where it costs nothing.</summary>
    public static double WeightOf(long cost) => Math.Exp(-cost / (double)Unit);

    private static int ComputeThrough(EdgeKind kind, int degree)
    {
        var (damping, factor) = Share(kind);
        return (int)(Unit * (damping * MathF.Log(Math.Max(degree, 1)) - MathF.Log(factor)));
    }

    /// <summary>
    /// By which power of its degree a node is dampened, and what it lets through besides. A paper has many edges because its authors and
    /// concepts are known, which makes it less of a proof for none of them. A measure, a topic, an organization or a person tells less of
    /// what two papers are about than a method does. And a person's name may be another's, too: the more papers a name stands over, the
    /// less it says that any two of them are one person's, so that its degree counts in full.
    /// </summary>
    private static (float Damping, float Factor) Share(EdgeKind kind) => kind switch
    {
        EdgeKind.Related => (0.25f, 1),
        EdgeKind.Topic => (0.5f, 0.3f),
        EdgeKind.Metric or EdgeKind.Other => (0.5f, 0.7f),
        EdgeKind.Author => (1, 0.35f),
        EdgeKind.Organization => (0.5f, 0.3f),
        _ => (0.5f, 1),
    };
}
