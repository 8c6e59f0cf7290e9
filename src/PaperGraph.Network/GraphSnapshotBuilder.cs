using PaperGraph.Model;

namespace PaperGraph.Network;

/// <summary>
/// Makes a <see cref="GraphSnapshot"/> of edges in any order, which it holds in eight bytes each until all are there. Of several edges
/// between the same two nodes it keeps the strongest; edges to nodes that are not in the table, and of a node to itself, it leaves out.
/// </summary>
public sealed class GraphSnapshotBuilder(NodeTable nodes)
{
    private const int ChunkLength = 1 << 17;
    private const int EdgeBits = 32;

    /// <summary>By the kind of node.</summary>
    private readonly NodeLookup[] lookups = [.. Enum.GetValues<NodeKind>().Select(kind => new NodeLookup(nodes, kind))];

    /// <summary>Of each edge the number of one node in the upper bits, behind it the edge to the other.</summary>
    private readonly List<ulong[]> chunks = [];

    private int inLast = ChunkLength;

    /// <summary>How many edges were taken so far, those that are there twice included.</summary>
    public long Added => (chunks.Count - 1L) * ChunkLength + inLast;

    /// <param name="from">The id in the database.</param>
    /// <param name="weight">0 to 1.</param>
    public void Add(NodeKind fromKind, long from, NodeKind toKind, long to, float weight)
    {
        var (node, other) = (lookups[(int)fromKind].Find(from), lookups[(int)toKind].Find(to));
        if (node < 0 || other < 0 || node == other) return;
        if (inLast == ChunkLength)
        {
            chunks.Add(new ulong[ChunkLength]);
            inLast = 0;
        }
        chunks[^1][inLast++] = (ulong)node << EdgeBits | Edge.Create(other, weight).Bits;
    }

    /// <summary>Makes the snapshot, and forgets the edges.</summary>
    public GraphSnapshot Build(DateTimeOffset asOf)
    {
        var offsets = CountEdges();
        var edges = new Edge[offsets[^1]];
        Place(offsets, edges);
        chunks.Clear();
        inLast = ChunkLength;

        var kept = SortAndMerge(offsets, edges);
        if (kept < edges.Length) Array.Resize(ref edges, kept);
        return new GraphSnapshot(nodes, offsets, edges, asOf);
    }

    /// <summary>Where the edges of each node begin, and the end of all.</summary>
    private int[] CountEdges()
    {
        var offsets = new int[nodes.Count + 1];
        foreach (var chunk in chunks)
        {
            foreach (var bits in Filled(chunk))
            {
                var (node, edge) = Split(bits);
                offsets[node + 1]++;
                offsets[edge.Target + 1]++;
            }
        }
        var sum = 0;
        foreach (ref var offset in offsets.AsSpan()) offset = sum = checked(sum + offset);
        return offsets;
    }

    private void Place(int[] offsets, Edge[] edges)
    {
        var next = offsets[..^1];
        foreach (var chunk in chunks)
        {
            foreach (var bits in Filled(chunk))
            {
                var (node, edge) = Split(bits);
                edges[next[node]++] = edge;
                edges[next[edge.Target]++] = edge.WithTarget(node);
            }
        }
    }

    /// <summary>Sorts the edges of each node, and moves them together where one was there twice.</summary>
    /// <returns>How many are left.</returns>
    private static int SortAndMerge(int[] offsets, Edge[] edges)
    {
        var end = 0;
        for (var node = 0; node < offsets.Length - 1; node++)
        {
            var ofNode = edges.AsSpan(offsets[node]..offsets[node + 1]);
            System.Runtime.InteropServices.MemoryMarshal.Cast<Edge, uint>(ofNode).Sort();
            offsets[node] = end;
            for (var index = 0; index < ofNode.Length; index++)
            {
                // The last of several is the strongest.
                if (index + 1 < ofNode.Length && ofNode[index + 1].Target == ofNode[index].Target) continue;
                edges[end++] = ofNode[index];
            }
        }
        offsets[^1] = end;
        return end;
    }

    private ReadOnlySpan<ulong> Filled(ulong[] chunk) => chunk.AsSpan(0, chunk == chunks[^1] ? inLast : ChunkLength);

    private static (int Node, Edge Edge) Split(ulong bits) => ((int)(bits >> EdgeBits), new Edge((uint)bits));
}
