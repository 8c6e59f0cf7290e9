using System.Buffers.Binary;

namespace PaperGraph.Network;

/// <summary>
/// The edges of all nodes, a row of bytes for each: how many there are, then for each edge how far it leads beyond the one before, and its
/// strength where the kind has one. Thirty-two rows are a block, within which two bytes say where each begins; what is too long for that
/// lies behind all blocks, and its row says where.
/// </summary>
internal sealed class EdgeRows
{
    private const int BlockBits = 5;

    /// <summary>So many bytes in a row that a block of such rows is still counted in two bytes.</summary>
    private const int MaxInBlock = (ushort.MaxValue >> BlockBits) - 1;

    /// <summary>In the lowest bit of a row's beginning, under the number of edges: they lie elsewhere.</summary>
    private const int IsElsewhere = 1;

    private readonly byte[] bytes;

    /// <summary>Where each block begins.</summary>
    private readonly int[] blocks;

    /// <summary>Where the row of each node begins, from the beginning of its block on.</summary>
    private readonly ushort[] offsets;

    /// <summary>Edges between two nodes that are both below have a byte for their strength.</summary>
    private readonly int weighted;

    private EdgeRows(byte[] bytes, int[] blocks, ushort[] offsets, int weighted) =>
        (this.bytes, this.blocks, this.offsets, this.weighted) = (bytes, blocks, offsets, weighted);

    /// <summary>In bytes.</summary>
    public long Size => bytes.LongLength + sizeof(int) * blocks.LongLength + sizeof(ushort) * offsets.LongLength;

    public int DegreeOf(int node)
    {
        var position = blocks[node >> BlockBits] + offsets[node];
        return VariableLength.Read(bytes, ref position) >> 1;
    }

    public EdgeList Of(int node)
    {
        var position = blocks[node >> BlockBits] + offsets[node];
        var beginning = VariableLength.Read(bytes, ref position);
        if ((beginning & IsElsewhere) != 0) position = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(position));
        return new EdgeList(bytes, position, beginning >> 1, WeightedFor(node, weighted));
    }

    /// <param name="starts">Where the edges of each node begin, and the end of all.</param>
    /// <param name="edges">Packed; those of a node sorted, each once.</param>
    /// <param name="weighted">Edges between two nodes that are both below have a strength.</param>
    /// <exception cref="GraphTooLargeException">It is more than an array can hold.</exception>
    public static EdgeRows Create(int[] starts, ReadOnlySpan<uint> edges, int weighted)
    {
        var count = starts.Length - 1;
        var blocks = new int[(count >> BlockBits) + 1];
        var offsets = new ushort[count];
        var (inBlocks, elsewhere) = (0L, 0L);
        for (var node = 0; node < count; node++)
        {
            if (node % (1 << BlockBits) == 0) blocks[node >> BlockBits] = InRange(inBlocks);
            offsets[node] = (ushort)(inBlocks - blocks[node >> BlockBits]);
            var length = LengthOf(edges[starts[node]..starts[node + 1]], WeightedFor(node, weighted));
            inBlocks += VariableLength.LengthOf(InRange((starts[node + 1] - starts[node]) * 2L));
            if (length <= MaxInBlock - sizeof(int)) inBlocks += length;
            else (inBlocks, elsewhere) = (inBlocks + sizeof(int), elsewhere + length);
        }

        var bytes = new byte[InRange(inBlocks + elsewhere)];
        var (position, next) = (0, (int)inBlocks);
        for (var node = 0; node < count; node++)
        {
            var row = edges[starts[node]..starts[node + 1]];
            var weightedHere = WeightedFor(node, weighted);
            var isElsewhere = LengthOf(row, weightedHere) > MaxInBlock - sizeof(int);
            VariableLength.Write(bytes, ref position, row.Length * 2 | (isElsewhere ? IsElsewhere : 0));
            if (!isElsewhere)
            {
                Write(bytes, ref position, row, weightedHere);
                continue;
            }
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(position), next);
            position += sizeof(int);
            Write(bytes, ref next, row, weightedHere);
        }
        return new EdgeRows(bytes, blocks, offsets, weighted);
    }

    private static int WeightedFor(int node, int weighted) => node < weighted ? weighted : 0;

    private static int LengthOf(ReadOnlySpan<uint> row, int weighted)
    {
        var (length, before) = (0, -1);
        foreach (var packed in row)
        {
            var target = Edge.Unpack(packed).Target;
            length += VariableLength.LengthOf(target - before - 1) + (target < weighted ? 1 : 0);
            before = target;
        }
        return length;
    }

    private static void Write(byte[] bytes, ref int position, ReadOnlySpan<uint> row, int weighted)
    {
        var before = -1;
        foreach (var packed in row)
        {
            var edge = Edge.Unpack(packed);
            VariableLength.Write(bytes, ref position, edge.Target - before - 1);
            if (edge.Target < weighted) bytes[position++] = edge.Strength;
            before = edge.Target;
        }
    }

    private static int InRange(long length) => length <= Array.MaxLength
        ? (int)length
        : throw new GraphTooLargeException($"The edges of the graph take more than {MemorySize.Format(Array.MaxLength)} in memory.");
}
