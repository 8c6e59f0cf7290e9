using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// All nodes of the graph by number, from 0: papers first, then concepts kind by kind, topics, organizations, repositories and authors,
/// each in the order of their ids in the database.
/// </summary>
public sealed class NodeTable
{
    /// <summary>Nodes have numbers below this, which take three bytes while edges are sorted.</summary>
    public const int MaxNodes = 1 << 24;

    private static readonly EdgeKind[] ConceptKinds =
        [EdgeKind.Method, EdgeKind.Task, EdgeKind.Dataset, EdgeKind.Model, EdgeKind.Metric, EdgeKind.Other];

    private static readonly EdgeKind[] Order =
        [EdgeKind.Related, .. ConceptKinds, EdgeKind.Topic, EdgeKind.Organization, EdgeKind.Repository, EdgeKind.Author];

    private const int BlockBits = 8;

    /// <summary>The ids of the nodes of each place of <see cref="Order"/>.</summary>
    private readonly IdSet[] ids;

    /// <summary>Where the nodes of each place of <see cref="Order"/> begin, and the end of all.</summary>
    private readonly int[] starts;

    /// <summary>The place of the first of every 256 nodes.</summary>
    private readonly byte[] places;

    private NodeTable(IdSet[] ids, int[] starts)
    {
        (this.ids, this.starts) = (ids, starts);
        places = new byte[(starts[^1] >> BlockBits) + 1];
        for (var block = 0; block < places.Length; block++)
            places[block] = (byte)Array.FindLastIndex(starts, Order.Length - 1, start => start <= block << BlockBits);
    }

    public int Count => starts[^1];

    /// <summary>In bytes.</summary>
    public long Size => ids.Sum(set => set.Size) + places.LongLength;

    /// <summary>
    /// Nodes below are papers and what papers have more or less of, or in some role; an edge to any other says no more than that it is
    /// there.
    /// </summary>
    internal int WeightedEnd => starts[PlaceOf(EdgeKind.Repository).First];

    /// <param name="nodes">The ids of each kind of node, by the kind of edge that leads from a paper to it; papers by RELATED.</param>
    /// <exception cref="GraphTooLargeException">There are more than have numbers.</exception>
    public static NodeTable Create(IReadOnlyDictionary<EdgeKind, List<long>> nodes)
    {
        IdSet[] ids = [.. Order.Select(kind => new IdSet(nodes.TryGetValue(kind, out var list) ? list : []))];
        var starts = new int[Order.Length + 1];
        var count = ids.Sum(set => (long)set.Count);
        if (count > MaxNodes) throw new GraphTooLargeException($"The graph has {count} nodes; {MaxNodes} are the most that fit in memory.");
        for (var place = 0; place < Order.Length; place++) starts[place + 1] = starts[place] + ids[place].Count;
        return new NodeTable(ids, starts);
    }

    /// <summary>The id in the database of a node; unique among nodes of its kind.</summary>
    public long IdOf(int node)
    {
        var place = PlaceOf(node);
        return ids[place][node - starts[place]];
    }

    public NodeKind KindOf(int node) => EdgeKindTo(node) switch
    {
        EdgeKind.Related => NodeKind.Paper,
        EdgeKind.Topic => NodeKind.Topic,
        EdgeKind.Organization => NodeKind.Organization,
        EdgeKind.Repository => NodeKind.Repository,
        EdgeKind.Author => NodeKind.Author,
        _ => NodeKind.Concept,
    };

    /// <summary>What a node is to a paper; RELATED of a paper.</summary>
    public EdgeKind EdgeKindTo(int node) => Order[PlaceOf(node)];

    /// <summary>The kind of an edge between two nodes follows from these: an edge of a paper is called for its other end.</summary>
    public EdgeKind EdgeKindOf(int node, int other)
    {
        var kind = EdgeKindTo(node);
        var otherKind = EdgeKindTo(other);
        return kind == EdgeKind.Related ? otherKind : otherKind == EdgeKind.Related ? kind : EdgeKind.Owner;
    }

    /// <summary>The kind of an edge as a node sees it: of two papers it is CITATION where one cites the other, and else RELATED.</summary>
    public EdgeKind EdgeKindOf(int node, Edge edge) =>
        EdgeKindOf(node, edge.Target) is var kind && kind == EdgeKind.Related && edge.IsCitation ? EdgeKind.Citation : kind;

    internal bool AreBothPapers(int node, int other) => Math.Max(node, other) < starts[1];

    /// <summary>Whether two nodes may have an edge: of what papers have, no others are tied than repositories to their owners.</summary>
    internal bool MayBeTied(int node, int other) => EdgeKindOf(node, other) != EdgeKind.Owner
        || EdgeKindTo(node) == EdgeKind.Repository || EdgeKindTo(other) == EdgeKind.Repository;

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
            if (ids[place].IndexOf(id) is not (>= 0 and var index)) continue;
            node = starts[place] + index;
            return true;
        }
        node = -1;
        return false;
    }

    private int PlaceOf(int node)
    {
        int place = places[node >> BlockBits];
        while (node >= starts[place + 1]) place++;
        return place;
    }

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
}
