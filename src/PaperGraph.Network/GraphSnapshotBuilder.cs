using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// Makes a <see cref="GraphSnapshot"/> of edges in any order, which it holds in eight bytes each until all are there. Several edges
/// between the same two nodes are one of the greatest weight and all roles; edges to nodes that are not in the table, and of a node to
/// itself, it leaves out.
/// </summary>
public sealed class GraphSnapshotBuilder(NodeTable nodes)
{
    private const int ChunkLength = 1 << 17;
    private const int EdgeBits = 32;

    /// <summary>By the kind of node.</summary>
    private readonly NodeLookup[] lookups = [.. Enum.GetValues<NodeKind>().Select(kind => new NodeLookup(nodes, kind))];

    /// <summary>Of each edge the number of one node in the upper bits, behind it the edge to the other, packed.</summary>
    private readonly List<ulong[]> chunks = [];

    private int inLast = ChunkLength;

    /// <summary>How many edges were taken so far, those that are there twice included.</summary>
    public long Added => (chunks.Count - 1L) * ChunkLength + inLast;

    /// <param name="from">The id in the database.</param>
    /// <param name="weight">0 to 1.</param>
    public void Add(NodeKind fromKind, long from, NodeKind toKind, long to, float weight) =>
        Add(lookups[(int)fromKind].Find(from), lookups[(int)toKind].Find(to), Edge.StrengthOf(weight));

    /// <summary>Adds the edge between a paper and an organization that has a role in it.</summary>
    public void Add(long paper, long organization, OrganizationRole role) => Add(
        lookups[(int)NodeKind.Paper].Find(paper), lookups[(int)NodeKind.Organization].Find(organization), Edge.StrengthOf(role));

    /// <summary>Adds that one paper cites another.</summary>
    public void AddCitation(long paper, long cited) =>
        Add(lookups[(int)NodeKind.Paper].Find(paper), lookups[(int)NodeKind.Paper].Find(cited), Edge.Citing);

    private void Add(int node, int other, byte strength)
    {
        if (node < 0 || other < 0 || node == other) return;
        if (inLast == ChunkLength)
        {
            chunks.Add(new ulong[ChunkLength]);
            inLast = 0;
        }
        chunks[^1][inLast++] = (ulong)node << EdgeBits | new Edge(other, strength).Pack();
    }

    /// <summary>Makes the snapshot, and forgets the edges.</summary>
    /// <exception cref="GraphTooLargeException">There are more edges than fit in memory.</exception>
    public GraphSnapshot Build(DateTimeOffset asOf)
    {
        var starts = CountEdges();
        var edges = new uint[starts[^1]];
        Place(starts, edges);
        var kept = SortAndMerge(starts, edges);
        var rows = EdgeRows.Create(starts, edges.AsSpan(0, kept), nodes.WeightedEnd);
        return new GraphSnapshot(nodes, rows, kept / 2, asOf);
    }

    /// <summary>Where the edges of each node begin, and the end of all.</summary>
    private int[] CountEdges()
    {
        var starts = new int[nodes.Count + 1];
        var sum = 0L;
        foreach (var chunk in chunks)
        {
            foreach (var bits in Filled(chunk))
            {
                var (node, edge) = Split(bits);
                starts[node + 1]++;
                starts[edge.Target + 1]++;
                sum += 2;
            }
        }
        if (sum > Array.MaxLength) throw new GraphTooLargeException($"The graph has {sum / 2} edges; {Array.MaxLength / 2} are the most.");
        for (var node = 0; node < nodes.Count; node++) starts[node + 1] += starts[node];
        return starts;
    }

    /// <summary>Each chunk is forgotten as soon as its edges are placed.</summary>
    private void Place(int[] starts, uint[] edges)
    {
        var next = starts[..^1];
        for (var index = 0; index < chunks.Count; index++)
        {
            foreach (var bits in Filled(chunks[index]))
            {
                var (node, edge) = Split(bits);
                edges[next[node]++] = edge.Pack();
                var back = nodes.AreBothPapers(node, edge.Target) ? edge.Reverse() : edge;
                edges[next[edge.Target]++] = (back with { Target = node }).Pack();
            }
            if (index < chunks.Count - 1) chunks[index] = [];
        }
        chunks.Clear();
        inLast = ChunkLength;
    }

    /// <summary>Sorts the edges of each node, and makes one of those that were there twice.</summary>
    /// <returns>How many are left.</returns>
    private int SortAndMerge(int[] starts, uint[] edges)
    {
        var end = 0;
        for (var node = 0; node < starts.Length - 1; node++)
        {
            var ofNode = edges.AsSpan(starts[node]..starts[node + 1]);
            ofNode.Sort();
            starts[node] = end;
            foreach (var packed in ofNode)
            {
                var edge = Edge.Unpack(packed);
                if (end > starts[node] && Edge.Unpack(edges[end - 1]) is var last && last.Target == edge.Target)
                {
                    edges[end - 1] = (nodes.AreBothPapers(node, edge.Target) ? last.MergeOfPapers(edge) : last.Merge(edge)).Pack();
                }
                else
                {
                    edges[end++] = packed;
                }
            }
        }
        starts[^1] = end;
        return end;
    }

    private ReadOnlySpan<ulong> Filled(ulong[] chunk) => chunk.AsSpan(0, chunk == chunks[^1] ? inLast : chunk.Length);

    private static (int Node, Edge Edge) Split(ulong bits) => ((int)(bits >> EdgeBits), Edge.Unpack((uint)bits));
}
