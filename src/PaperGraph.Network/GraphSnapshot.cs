using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// The graph as it was at a time, in compressed sparse rows: the edges of all nodes in one array, those of a node one behind the other in
/// the order of the nodes that they lead to. An edge stands at both its ends. It never changes, so that any number of threads may read it.
/// </summary>
public sealed class GraphSnapshot
{
    private readonly int[] offsets;
    private readonly Edge[] edges;

    internal GraphSnapshot(NodeTable nodes, int[] offsets, Edge[] edges, DateTimeOffset asOf)
    {
        Nodes = nodes;
        this.offsets = offsets;
        this.edges = edges;
        AsOf = asOf;
    }

    public NodeTable Nodes { get; }

    /// <summary>The time that it is of: all that was committed before is in it.</summary>
    public DateTimeOffset AsOf { get; }

    public int NodeCount => Nodes.Count;

    /// <summary>Each edge counts once.</summary>
    public int EdgeCount => edges.Length / 2;

    /// <summary>The bytes that it takes in memory.</summary>
    public long Size => Nodes.Size + sizeof(int) * offsets.LongLength + sizeof(uint) * edges.LongLength;

    /// <summary>How many neighbours a node has: no two edges lead to the same one.</summary>
    public int DegreeOf(int node) => offsets[node + 1] - offsets[node];

    /// <summary>The cost of going through a node.</summary>
    public int CostThrough(int node) => HopCosts.Through(Nodes.EdgeKindTo(node), DegreeOf(node));

    /// <summary>The edges of a node, those to papers first, then in the order of <see cref="NodeTable"/>.</summary>
    public ReadOnlySpan<Edge> EdgesOf(int node) => edges.AsSpan(offsets[node], offsets[node + 1] - offsets[node]);

    /// <summary>The edge between two nodes, as the first of them sees it.</summary>
    public bool TryFindEdge(int node, int other, out Edge edge)
    {
        // The search finds no equal, but the place where such an edge would be put.
        var place = EdgesOf(node).BinarySearch(new FirstTo(other));
        var found = ~place < DegreeOf(node) && EdgesOf(node)[~place].Target == other;
        edge = found ? EdgesOf(node)[~place] : default;
        return found;
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

    /// <summary>Stands right before an edge to a node.</summary>
    private readonly struct FirstTo(int target) : IComparable<Edge>
    {
        public int CompareTo(Edge other) => target <= other.Target ? -1 : 1;
    }
}
