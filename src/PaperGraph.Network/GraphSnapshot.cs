using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// The graph as it was at a time, in compressed sparse rows: the edges of all nodes one behind the other, those of a node in the order of
/// the nodes that they lead to. An edge stands at both its ends. It never changes, so that any number of threads may read it.
/// </summary>
public sealed class GraphSnapshot
{
    private readonly EdgeRows rows;
    private readonly float generalDegree;

    internal GraphSnapshot(NodeTable nodes, EdgeRows rows, int edgeCount, DateTimeOffset asOf)
    {
        (Nodes, this.rows, EdgeCount, AsOf) = (nodes, rows, edgeCount, asOf);
        generalDegree = HopCosts.GeneralDegree(nodes.NumbersOf(NodeKind.Paper).End.Value);
    }

    public NodeTable Nodes { get; }

    /// <summary>The time that it is of: all that was committed before is in it.</summary>
    public DateTimeOffset AsOf { get; }

    public int NodeCount => Nodes.Count;

    /// <summary>Each edge counts once.</summary>
    public int EdgeCount { get; }

    /// <summary>The bytes that it takes in memory.</summary>
    public long Size => Nodes.Size + rows.Size;

    /// <summary>How many neighbours a node has: no two edges lead to the same one.</summary>
    public int DegreeOf(int node) => rows.DegreeOf(node);

    /// <summary>The cost of going through a node.</summary>
    public int CostThrough(int node) => HopCosts.Through(Nodes.EdgeKindTo(node), DegreeOf(node), generalDegree);

    /// <summary>The edges of a node, those to papers first, then in the order of <see cref="NodeTable"/>.</summary>
    public EdgeList EdgesOf(int node) => rows.Of(node);

    /// <summary>The edge between two nodes, as the first of them sees it.</summary>
    public bool TryFindEdge(int node, int other, out Edge edge)
    {
        edge = default;
        // Of two that cannot be tied, such as two topics, nothing is read: each may have the edges of thousands of papers.
        if (!Nodes.MayBeTied(node, other)) return false;
        // It stands at both ends: of two nodes, of which one may be a hub, the edges of the other are read.
        var isFewer = DegreeOf(node) <= DegreeOf(other);
        var wanted = isFewer ? other : node;
        foreach (var found in EdgesOf(isFewer ? node : other))
        {
            if (found.Target < wanted) continue;
            edge = (isFewer || !Nodes.AreBothPapers(node, other) ? found : found.Reverse()) with { Target = other };
            return found.Target == wanted;
        }
        return false;
    }

    /// <summary>
    /// How little of the collection shares a node: 1 for what one paper has, 0 for what all have, by the logarithm of its degree.
    /// </summary>
    public double SpecificityOf(int node)
    {
        var papers = Nodes.NumbersOf(NodeKind.Paper).End.Value;
        var degree = DegreeOf(node);
        return degree <= 1 || papers <= 1 ? 1 : Math.Max(0, 1 - Math.Log(degree) / Math.Log(papers));
    }
}
