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
/// Weights rounded to a byte each, to be multiplied by a unit. Only rows that hold something are there: for 64 rows at a time, a bit each
/// tells which, a running count where. So the tables stay in the processor's cache.
/// </summary>
internal sealed class RoundedWeights : FeatureWeights
{
    private readonly float unit;

    /// <summary>Of 64 rows a bit for each that is kept.</summary>
    private readonly ulong[] isKept;

    /// <summary>How many rows are kept before each 64.</summary>
    private readonly int[] keptBefore;
    private readonly sbyte[] values;

    /// <param name="kept">The rows that hold something, ascending.</param>
    /// <param name="values">Those rows, a stride each.</param>
    public RoundedWeights(int rows, int stride, int[] kept, sbyte[] values, float unit)
        : base(rows, stride)
    {
        (this.unit, this.values) = (unit, values);
        isKept = new ulong[(rows + 63) / 64];
        keptBefore = new int[isKept.Length];
        foreach (var row in kept) isKept[row >> 6] |= 1UL << row;
        for (var i = 1; i < isKept.Length; i++) keptBefore[i] = keptBefore[i - 1] + BitOperations.PopCount(isKept[i - 1]);
    }

    public override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        Span<int> places = stackalloc int[features.Count];
        places = places[..Places(features, position, places)];
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        for (var label = 0; label < Stride; label += Vector128<sbyte>.Count)
        {
            var sum = Vector256<short>.Zero;
            foreach (var place in places)
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)(place + label)).ToVector256Unsafe());
            var (low, high) = Vector256.Widen(sum);
            (Vector256.ConvertToSingle(low) * unit).CopyTo(scores[label..]);
            (Vector256.ConvertToSingle(high) * unit).CopyTo(scores[(label + Vector256<float>.Count)..]);
        }
    }

    /// <summary>Where the rows of a position's features start, of those that are kept.</summary>
    private int Places(FeatureColumns features, int position, Span<int> places)
    {
        var hashes = features.Hashes;
        var count = 0;
        for (var at = position; at < hashes.Length; at += features.Stride)
        {
            // Without a branch, which would be foretold badly: what is not kept is written over by the next one.
            var row = (int)(hashes[at] & Mask);
            places[count] = row;
            count += (int)(isKept[row >> 6] >> row) & 1;
        }

        foreach (ref var place in places[..count])
        {
            var block = place >> 6;
            place = (keptBefore[block] + BitOperations.PopCount(isKept[block] & ((1UL << place) - 1))) * Stride;
        }

        return count;
    }
}
