using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A row of weights, one for each label, for every hashed feature. The number of rows is a power of two; a row is
/// <see cref="Stride"/> long.
/// </summary>
internal abstract class FeatureWeights(int rows, int stride)
{
    public int Rows { get; } = rows;

    public int Stride { get; } = stride;

    protected uint Mask { get; } = (uint)rows - 1;

    /// <summary>Labels rounded up to what the widest vectors used here hold, whatever the machine.</summary>
    public static int StrideOf(int labels) => (labels + 15) / 16 * 16;

    /// <summary>The sum of the rows of one position's features.</summary>
    public abstract void Sum(FeatureColumns features, int position, Span<float> scores);
}

/// <summary>Weights that are being learnt.</summary>
internal sealed class LearntWeights(int rows, int stride) : FeatureWeights(rows, stride)
{
    public float[] Values { get; } = new float[rows * stride];

    public int Row(uint feature) => (int)(feature & Mask) * Stride;

    public override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        scores.Clear();
        var hashes = features.Hashes;
        for (var at = position; at < hashes.Length; at += features.Stride)
        {
            var row = Values.AsSpan(Row(hashes[at]), Stride);
            for (var i = 0; i < Stride; i += Vector256<float>.Count)
                (Vector256.Create<float>(scores[i..]) + Vector256.Create<float>(row[i..])).CopyTo(scores[i..]);
        }
    }
}

/// <summary>
/// Weights rounded to a byte each, to be multiplied by a unit. Only rows that hold something are there: a bit a row tells which, a
/// running count where; all others are row 0, of zeros. So the tables stay in the processor's cache.
/// </summary>
internal sealed class RoundedWeights : FeatureWeights
{
    private readonly float unit;
    private readonly ulong[] isKept;
    private readonly int[] keptBefore;
    private readonly sbyte[] values;

    /// <param name="kept">The rows that hold something, ascending.</param>
    /// <param name="values">Row 0 of zeros, then those rows, a stride each.</param>
    public RoundedWeights(int rows, int stride, int[] kept, sbyte[] values, float unit)
        : base(rows, stride)
    {
        (this.unit, this.values) = (unit, values);
        isKept = new ulong[(rows + 63) / 64];
        foreach (var row in kept) isKept[row / 64] |= 1UL << (row % 64);
        keptBefore = new int[isKept.Length];
        for (var i = 1; i < isKept.Length; i++) keptBefore[i] = keptBefore[i - 1] + BitOperations.PopCount(isKept[i - 1]);
    }

    public override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        var hashes = features.Hashes;
        for (var label = 0; label < Stride; label += Vector128<sbyte>.Count)
        {
            var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
            for (var at = position; at < hashes.Length; at += features.Stride)
            {
                var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)Place(hashes[at] & Mask) * (nuint)Stride + (nuint)label));
                low += a;
                high += b;
            }

            for (var i = 0; i < Vector128<short>.Count; i++)
            {
                scores[label + i] = low[i] * unit;
                scores[label + 8 + i] = high[i] * unit;
            }
        }
    }

    /// <summary>Where a row lies among those kept, counted from 1; 0 for one that is not.</summary>
    private int Place(uint row)
    {
        var word = isKept[row / 64];
        var bit = (int)(row % 64);
        var below = keptBefore[row / 64] + BitOperations.PopCount(word << (63 - bit));
        return (word >> bit & 1) != 0 ? below : 0;
    }
}
