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
    public static int GetStride(int labels) => (labels + 15) / 16 * 16;

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
/// Weights rounded to a byte each, to be multiplied by a unit, all as they differ from that of the first label, which is not stored: a
/// table that stays in the processor's cache.
/// </summary>
/// <param name="labels">The number of labels.</param>
/// <param name="values">The values of all rows, each as long as <see cref="RowLength"/> says.</param>
internal sealed class RoundedWeights(int labels, sbyte[] values, float unit)
    : FeatureWeights(values.Length / RowLength(labels), GetStride(labels))
{
    private readonly int rowLength = RowLength(labels);

    /// <summary>The labels behind the first one, rounded up to eight.</summary>
    public static int RowLength(int labels) => (labels - 1 + 7) / 8 * 8;

    public override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        Span<float> sums = stackalloc float[rowLength];
        var label = 0;
        for (; label + Vector128<sbyte>.Count <= rowLength; label += Vector128<sbyte>.Count)
        {
            var sum = SumOfSixteen(features.Hashes, position, features.Stride, label);
            Scaled(sum.GetLower()).CopyTo(sums[label..]);
            Scaled(sum.GetUpper()).CopyTo(sums[(label + Vector256<float>.Count)..]);
        }

        if (label < rowLength) Scaled(SumOfEight(features.Hashes, position, features.Stride, label)).CopyTo(sums[label..]);
        scores[0] = 0;
        sums[..(labels - 1)].CopyTo(scores[1..]);
    }

    private Vector256<short> SumOfSixteen(ReadOnlySpan<uint> hashes, int position, int columnStride, int label)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        var sum = Vector256<short>.Zero;
        for (var at = position; at < hashes.Length; at += columnStride)
            sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, Slot(hashes[at]) + (nuint)label).ToVector256Unsafe());
        return sum;
    }

    private Vector128<short> SumOfEight(ReadOnlySpan<uint> hashes, int position, int columnStride, int label)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        var sum = Vector128<short>.Zero;
        for (var at = position; at < hashes.Length; at += columnStride)
            sum += Vector128.WidenLower(Vector64.LoadUnsafe(ref first, Slot(hashes[at]) + (nuint)label).ToVector128Unsafe());
        return sum;
    }

    private nuint Slot(uint hash) => (hash & Mask) * (uint)rowLength;

    private Vector256<float> Scaled(Vector128<short> sum)
    {
        var (low, high) = Vector128.Widen(sum);
        return Vector256.ConvertToSingle(Vector256.Create(low, high)) * unit;
    }
}
