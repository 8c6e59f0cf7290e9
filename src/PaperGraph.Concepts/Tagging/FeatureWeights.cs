using System.Numerics;
using System.Runtime.CompilerServices;
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
/// Weights rounded to a byte each, to be multiplied by a unit, all as they differ from that of the first label, which is not stored: a table
/// that stays in the processor's cache.
/// </summary>
internal abstract class RoundedWeights(int rows, int labels, sbyte[] values, float unit) : FeatureWeights(rows, StrideOf(labels))
{
    protected sbyte[] Values { get; } = values;

    protected int RowLength { get; } = RowLengthOf(labels);

    /// <summary>The labels behind the first one, rounded up to eight.</summary>
    public static int RowLengthOf(int labels) => (labels - 1 + 7) / 8 * 8;

    public sealed override void Sum(FeatureColumns features, int position, Span<float> scores)
    {
        Span<float> sums = stackalloc float[RowLength];
        var label = 0;
        for (; label + Vector256<short>.Count <= RowLength; label += Vector256<short>.Count)
        {
            var sum = SumOfSixteen(features.Hashes, position, features.Stride, label);
            Scaled(sum.GetLower()).CopyTo(sums[label..]);
            Scaled(sum.GetUpper()).CopyTo(sums[(label + Vector256<float>.Count)..]);
        }

        if (label < RowLength) Scaled(SumOfEight(features.Hashes, position, features.Stride, label)).CopyTo(sums[label..]);
        scores[0] = 0;
        sums[..(labels - 1)].CopyTo(scores[1..]);
    }

    /// <summary>The sum over the rows of a position's features, eight weights from <paramref name="label"/> on.</summary>
    /// <param name="columnStride">From one of the position's hashes to the next.</param>
    protected abstract Vector128<short> SumOfEight(ReadOnlySpan<uint> hashes, int position, int columnStride, int label);

    protected virtual Vector256<short> SumOfSixteen(ReadOnlySpan<uint> hashes, int position, int columnStride, int label) => Vector256.Create(
        SumOfEight(hashes, position, columnStride, label), SumOfEight(hashes, position, columnStride, label + Vector128<short>.Count));

    private Vector256<float> Scaled(Vector128<short> sum)
    {
        var (low, high) = Vector128.Widen(sum);
        return Vector256.ConvertToSingle(Vector256.Create(low, high)) * unit;
    }
}

/// <summary>Rounded weights of which most rows hold something: all are there.</summary>
/// <param name="values">Of all rows, each as long as <see cref="RoundedWeights.RowLengthOf"/> says.</param>
internal sealed class DenseWeights(int labels, sbyte[] values, float unit) : RoundedWeights(values.Length / RowLengthOf(labels), labels, values, unit)
{
    protected override Vector128<short> SumOfEight(ReadOnlySpan<uint> hashes, int position, int columnStride, int label)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(Values);
        var sum = Vector128<short>.Zero;
        for (var at = position; at < hashes.Length; at += columnStride)
            sum += Vector128.WidenLower(Vector64.LoadUnsafe(ref first, Place(hashes[at]) + (nuint)label).ToVector128Unsafe());
        return sum;
    }

    protected override Vector256<short> SumOfSixteen(ReadOnlySpan<uint> hashes, int position, int columnStride, int label)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(Values);
        var sum = Vector256<short>.Zero;
        for (var at = position; at < hashes.Length; at += columnStride)
            sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref first, Place(hashes[at]) + (nuint)label).ToVector256Unsafe());
        return sum;
    }

    private nuint Place(uint hash) => (hash & Mask) * (uint)RowLength;
}

/// <summary>
/// Rounded weights of which few rows hold something, and only those are there: for 64 rows at a time, a bit each tells which, a running
/// count where.
/// </summary>
internal sealed class SparseWeights : RoundedWeights
{
    /// <summary>Of 64 rows a bit for each that is kept.</summary>
    private readonly ulong[] isKept;

    /// <summary>How many rows are kept before each 64.</summary>
    private readonly int[] keptBefore;

    /// <param name="kept">The rows that hold something, ascending.</param>
    /// <param name="values">Those rows, each as long as <see cref="RoundedWeights.RowLengthOf"/> says, and one more, that is read and not used.</param>
    public SparseWeights(int rows, int labels, int[] kept, sbyte[] values, float unit)
        : base(rows, labels, values, unit)
    {
        isKept = new ulong[(rows + 63) / 64];
        keptBefore = new int[isKept.Length];
        foreach (var row in kept) isKept[row >> 6] |= 1UL << row;
        for (var i = 1; i < isKept.Length; i++) keptBefore[i] = keptBefore[i - 1] + BitOperations.PopCount(isKept[i - 1]);
    }

    protected override Vector128<short> SumOfEight(ReadOnlySpan<uint> hashes, int position, int columnStride, int label)
    {
        ref var first = ref Unsafe.As<sbyte, byte>(ref MemoryMarshal.GetArrayDataReference(Values));
        var sum = Vector128<short>.Zero;
        for (var at = position; at < hashes.Length; at += columnStride)
        {
            // Without a branch, which would be foretold badly: where a row is not kept, the next one is read and multiplied by nothing.
            var row = (int)(hashes[at] & Mask);
            var bits = isKept[row >> 6];
            var place = (keptBefore[row >> 6] + BitOperations.PopCount(bits & ((1UL << row) - 1))) * RowLength + label;
            var weights = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, place)) & (0 - ((bits >> row) & 1));
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(weights).AsSByte());
        }

        return sum;
    }
}
