using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>Which hops may be made: by what kinds of edges, and through which papers.</summary>
public sealed class HopFilter
{
    private readonly NodeTable nodes;
    private readonly uint kinds;

    /// <summary>Papers have the numbers below.</summary>
    private readonly int paperCount;

    /// <summary>The papers that may be gone through; null where any may.</summary>
    private readonly NodeSet? papers;

    /// <param name="kinds">The kinds of edges; null for all.</param>
    /// <param name="papers">The ids in the database of the papers that may be gone through; null for all.</param>
    public HopFilter(NodeTable nodes, IEnumerable<EdgeKind>? kinds = null, IEnumerable<long>? papers = null)
    {
        this.nodes = nodes;
        this.kinds = kinds?.Aggregate(0u, (mask, kind) => mask | 1u << (int)kind) ?? uint.MaxValue;
        paperCount = nodes.NumbersOf(NodeKind.Paper).End.Value;
        if (papers is null) return;

        this.papers = new NodeSet(paperCount);
        foreach (var id in papers)
            if (nodes.TryFind(NodeKind.Paper, id, out var paper)) this.papers.Add(paper);
    }

    /// <summary>Whether a hop may be made along an edge of a node.</summary>
    public bool Allows(int node, Edge edge)
    {
        if (kinds == uint.MaxValue) return true;
        var kind = nodes.EdgeKindOf(node, edge.Target);
        return kind == EdgeKind.Related
            ? (edge.IsRelated && Includes(EdgeKind.Related)) || (edge.IsCitation && Includes(EdgeKind.Citation))
            : Includes(kind);
    }

    /// <summary>Whether edges of a kind may be gone along at all.</summary>
    public bool Allows(EdgeKind kind) => kinds == uint.MaxValue || Includes(kind);

    private bool Includes(EdgeKind kind) => (kinds >> (int)kind & 1) != 0;

    /// <summary>Whether a node that is not asked for itself may be gone through or shown.</summary>
    public bool Allows(int node) => papers is null || node >= paperCount || papers.Contains(node);
}
