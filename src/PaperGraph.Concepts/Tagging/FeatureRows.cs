namespace PaperGraph.Concepts.Tagging;

/// <summary>The hashed features of every position of one sequence, one after the other in a flat list.</summary>
internal sealed class FeatureRows
{
    private uint[] hashes = new uint[4_096];
    private int[] ends = new int[64];
    private int count;

    public int Positions { get; private set; }

    public void Clear() => count = Positions = 0;

    public void Add(uint hash)
    {
        if (count == hashes.Length) Array.Resize(ref hashes, count * 2);
        hashes[count++] = hash;
    }

    public void EndPosition()
    {
        if (Positions == ends.Length) Array.Resize(ref ends, Positions * 2);
        ends[Positions++] = count;
    }

    public ReadOnlySpan<uint> this[int position]
    {
        get
        {
            var start = position == 0 ? 0 : ends[position - 1];
            return hashes.AsSpan(start, ends[position] - start);
        }
    }
}
