namespace PaperGraph.Concepts.Linking;

/// <summary>A long list that grows without copying what it holds.</summary>
internal sealed class Chunks<T>
    where T : unmanaged
{
    private const int Bits = 16;
    private const int Size = 1 << Bits;

    private readonly List<T[]> chunks = [];

    public long Count { get; private set; }

    public T this[long index] => chunks[(int)(index >> Bits)][index & (Size - 1)];

    public void Add(T value)
    {
        var chunk = (int)(Count >> Bits);
        if (chunk == chunks.Count) chunks.Add(new T[Size]);
        chunks[chunk][Count & (Size - 1)] = value;
        Count++;
    }
}
