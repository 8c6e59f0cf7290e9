namespace PaperGraph.Network;

/// <summary>The edges of a node, in the order of the nodes that they lead to; read from their beginning to their end.</summary>
public readonly struct EdgeList
{
    private readonly byte[] bytes;
    private readonly int start;
    private readonly int weighted;

    /// <param name="start">Where the first edge begins.</param>
    /// <param name="weighted">Edges to nodes below have a byte for their strength.</param>
    internal EdgeList(byte[] bytes, int start, int length, int weighted)
    {
        (this.bytes, this.start, this.weighted) = (bytes, start, weighted);
        Length = length;
    }

    public int Length { get; }

    public Enumerator GetEnumerator() => new(bytes, start, Length, weighted);

    public Edge[] ToArray()
    {
        var edges = new Edge[Length];
        var count = 0;
        foreach (var edge in this) edges[count++] = edge;
        return edges;
    }

    public struct Enumerator
    {
        private readonly byte[] bytes;
        private readonly int weighted;
        private int left;
        private int position;
        private int target;
        private byte strength;

        internal Enumerator(byte[] bytes, int position, int length, int weighted)
        {
            (this.bytes, this.position, this.weighted) = (bytes, position, weighted);
            (left, target) = (length, -1);
        }

        public readonly Edge Current => new(target, strength);

        public bool MoveNext()
        {
            if (left == 0) return false;
            left--;
            target += 1 + VariableLength.Read(bytes, ref position);
            strength = target < weighted ? bytes[position++] : Edge.Full;
            return true;
        }
    }
}
