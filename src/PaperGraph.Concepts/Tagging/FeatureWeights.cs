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
    private readonly KeptRows[] kept;
    private readonly sbyte[] values;

    /// <param name="kept">The rows that hold something, ascending.</param>
    /// <param name="values">A row of zeros for all others, then those rows, a stride each.</param>
    public RoundedWeights(int rows, int stride, int[] kept, sbyte[] values, float unit)
        : base(rows, stride)
    {
        (this.unit, this.values) = (unit, values);
        this.kept = new KeptRows[(rows + 63) / 64];
        foreach (var row in kept) this.kept[row / 64].Bits |= 1UL << (row % 64);
        for (var i = 1; i < this.kept.Length; i++)
            this.kept[i].Before = this.kept[i - 1].Before + BitOperations.PopCount(this.kept[i - 1].Bits);
    }

    public override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        var hashes = features.Hashes;
        for (var label = 0; label < Stride; label += Vector128<sbyte>.Count)
        {
            var sum = Vector256<short>.Zero;
            for (var at = position; at < hashes.Length; at += features.Stride)
            {
                var row = hashes[at] & Mask;
                var block = kept[row / 64];
                var (bits, bit) = (block.Bits, (int)(row % 64));
                var place = (block.Before + BitOperations.PopCount(bits << (63 - bit))) & -(int)(bits >> bit & 1);
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, (nuint)place * (nuint)Stride + (nuint)label).ToVector256Unsafe());
            }

            var (low, high) = Vector256.Widen(sum);
            (Vector256.ConvertToSingle(low) * unit).CopyTo(scores[label..]);
            (Vector256.ConvertToSingle(high) * unit).CopyTo(scores[(label + Vector256<float>.Count)..]);
        }
    }

    /// <summary>Of 64 rows a bit for each that is kept, and how many are kept before them.</summary>
    private struct KeptRows
    {
        public ulong Bits;
        public int Before;
    }
}
