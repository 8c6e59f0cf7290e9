using System.Runtime.Intrinsics;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// The hashed features of one sequence: a column for each template, in it a hash for each position. Columns are hashed eight
/// positions at a time; their inputs are as long as <see cref="Stride"/> at least.
/// </summary>
internal sealed class FeatureColumns
{
    private const int UsualColumns = 32;

    private const int Unknown = -1;

    private uint[] hashes = [];
    private int[] known = [];

    public int Positions { get; private set; }

    public int Count { get; private set; }

    /// <summary>From one column to the next: the positions rounded up to what vectors hold.</summary>
    public int Stride { get; private set; }

    public static int GetStride(int positions) => (positions + Vector256<uint>.Count - 1) / Vector256<uint>.Count * Vector256<uint>.Count;

    /// <summary>Hashes column by column; behind the last position of each column stand hashes that mean nothing.</summary>
    public ReadOnlySpan<uint> Hashes => hashes.AsSpan(0, Count * Stride);

    public void Start(int positions)
    {
        (Positions, Count, Stride) = (positions, 0, GetStride(positions));
        if (known.Length < positions) known = new int[2 * positions];
        known.AsSpan(0, positions).Fill(Unknown);
    }

    /// <summary>A position whose label is certain without a look at its features.</summary>
    public void Know(int position, int label) => known[position] = label;

    /// <summary>The label of a position where it is certain, else negative.</summary>
    public int Known(int position) => known[position];

    public void Add(uint template)
    {
        var column = Next();
        FeatureHash.Mix(FeatureHash.Seed(template), Vector256<uint>.Zero).CopyTo(column);
        column.Fill(column[0]);
    }

    public void Add(uint template, ReadOnlySpan<uint> a)
    {
        var column = Next();
        var seed = FeatureHash.Seed(template);
        for (var i = 0; i < column.Length; i += Vector256<uint>.Count) FeatureHash.Mix(seed, Vector256.Create(a[i..])).CopyTo(column[i..]);
    }

    public void Add(uint template, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var column = Next();
        var seed = FeatureHash.Seed(template);
        for (var i = 0; i < column.Length; i += Vector256<uint>.Count)
            FeatureHash.Mix(FeatureHash.Mix(seed, Vector256.Create(a[i..])), Vector256.Create(b[i..])).CopyTo(column[i..]);
    }

    public void Add(uint template, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, ReadOnlySpan<uint> c)
    {
        var column = Next();
        var seed = FeatureHash.Seed(template);
        for (var i = 0; i < column.Length; i += Vector256<uint>.Count)
            FeatureHash.Mix(
                FeatureHash.Mix(FeatureHash.Mix(seed, Vector256.Create(a[i..])), Vector256.Create(b[i..])), Vector256.Create(c[i..]))
                .CopyTo(column[i..]);
    }

    /// <summary>Takes away the columns that were added last.</summary>
    public void RemoveLast(int columns) => Count -= columns;

    private Span<uint> Next()
    {
        var start = Count++ * Stride;
        if (start + Stride > hashes.Length) Array.Resize(ref hashes, Math.Max(2 * start, UsualColumns * Stride));
        return hashes.AsSpan(start, Stride);
    }
}
