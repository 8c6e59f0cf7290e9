using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// All nodes of the graph by number, from 0: papers first, then concepts kind by kind, topics, organizations, repositories and authors,
/// each in the order of their ids in the database.
/// </summary>
public sealed class NodeTable
{
    private static readonly EdgeKind[] ConceptKinds =
        [EdgeKind.Method, EdgeKind.Task, EdgeKind.Dataset, EdgeKind.Model, EdgeKind.Metric, EdgeKind.Other];

    private static readonly EdgeKind[] Order =
        [EdgeKind.Related, .. ConceptKinds, EdgeKind.Topic, EdgeKind.Organization, EdgeKind.Repository, EdgeKind.Author];

    private readonly int[] ids;
    private readonly EdgeGroup[] groups;

    /// <summary>Where the nodes of each place of <see cref="Order"/> begin, and the end of all.</summary>
    private readonly int[] starts;

    private NodeTable(int[] ids, int[] starts)
    {
        this.ids = ids;
        this.starts = starts;
        groups = new EdgeGroup[ids.Length];
        for (var place = 0; place < Order.Length; place++)
            groups.AsSpan(starts[place]..starts[place + 1]).Fill(new EdgeGroup(Order[place]));
    }

    public int Count => ids.Length;

    /// <summary>In bytes.</summary>
    public long Size => (sizeof(int) + 1L) * ids.Length;

    /// <param name="nodes">The ids of each kind of node, by the kind of edge that leads from a paper to it; papers by RELATED.</param>
    public static NodeTable Create(IReadOnlyDictionary<EdgeKind, List<long>> nodes)
    {
        var starts = new int[Order.Length + 1];
        for (var place = 0; place < Order.Length; place++)
            starts[place + 1] = checked(starts[place] + (nodes.TryGetValue(Order[place], out var list) ? list.Count : 0));
        if (starts[^1] > Edge.MaxNodes)
            throw new GraphTooLargeException($"The graph has {starts[^1]} nodes; {Edge.MaxNodes} are the most that fit in memory.");

        var ids = new int[starts[^1]];
        for (var place = 0; place < Order.Length; place++)
        {
            if (!nodes.TryGetValue(Order[place], out var list)) continue;
            var part = ids.AsSpan(starts[place]..starts[place + 1]);
            for (var index = 0; index < list.Count; index++) part[index] = InFourBytes(list[index]);
            part.Sort();
        }
        return new NodeTable(ids, starts);
    }

    /// <summary>The id in the database of a node; unique among nodes of its kind.</summary>
    public long IdOf(int node) => ids[node];

    public NodeKind KindOf(int node) => groups[node].Kind switch
    {
        EdgeKind.Related => NodeKind.Paper,
        EdgeKind.Topic => NodeKind.Topic,
        EdgeKind.Organization => NodeKind.Organization,
        EdgeKind.Repository => NodeKind.Repository,
        EdgeKind.Author => NodeKind.Author,
        _ => NodeKind.Concept,
    };

    /// <summary>What a node is to a paper; RELATED of a paper.</summary>
    public EdgeKind EdgeKindTo(int node) => groups[node].Kind;

    /// <summary>The kind of an edge between two nodes follows from these: an edge of a paper is called for its other end.</summary>
    public EdgeKind EdgeKindOf(int node, int other)
    {
        var kind = groups[node].Kind;
        var otherKind = groups[other].Kind;
        return kind == EdgeKind.Related ? otherKind : otherKind == EdgeKind.Related ? kind : EdgeKind.Owner;
    }

    /// <summary>The numbers of the nodes of a kind, which are one behind the other.</summary>
    public Range NumbersOf(NodeKind kind)
    {
        var (first, last) = PlacesOf(kind);
        return starts[first]..starts[last + 1];
    }

    /// <summary>The number of a node by its id in the database.</summary>
    public bool TryFind(NodeKind kind, long id, out int node)
    {
        var (first, last) = PlacesOf(kind);
        for (var place = first; place <= last; place++)
        {
            var found = id is < int.MinValue or > int.MaxValue ? -1
                : Array.BinarySearch(ids, starts[place], starts[place + 1] - starts[place], (int)id);
            if (found < 0) continue;
            node = found;
            return true;
        }
        node = -1;
        return false;
    }

    private static int InFourBytes(long id) => id is >= int.MinValue and <= int.MaxValue
        ? (int)id
        : throw new GraphTooLargeException($"A node has the id {id}; {int.MaxValue} is the greatest that fits in memory.");

    private static (int First, int Last) PlacesOf(NodeKind kind) => kind switch
    {
        NodeKind.Paper => (0, 0),
        NodeKind.Concept => (1, ConceptKinds.Length),
        NodeKind.Topic => PlaceOf(EdgeKind.Topic),
        NodeKind.Organization => PlaceOf(EdgeKind.Organization),
        NodeKind.Repository => PlaceOf(EdgeKind.Repository),
        NodeKind.Author => PlaceOf(EdgeKind.Author),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nodes have no such kind."),
    };

    private static (int First, int Last) PlaceOf(EdgeKind kind)
    {
        var place = Array.IndexOf(Order, kind);
        return (place, place);
    }

    /// <summary>The kind of edge that leads from a paper to the node, in one byte.</summary>
    private readonly struct EdgeGroup(EdgeKind kind)
    {
        private readonly byte value = (byte)kind;

        public EdgeKind Kind => (EdgeKind)value;
    }
}
