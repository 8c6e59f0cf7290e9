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

    /// <summary>The sum of the features' rows.</summary>
    public abstract void Sum(ReadOnlySpan<uint> features, Span<float> scores);
}

/// <summary>Weights that are being learnt.</summary>
internal sealed class LearntWeights(int rows, int stride) : FeatureWeights(rows, stride)
{
    public float[] Values { get; } = new float[rows * stride];

    public int Row(uint feature) => (int)(feature & Mask) * Stride;

    public override void Sum(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var row = Values.AsSpan(Row(feature), Stride);
            for (var i = 0; i < Stride; i += Vector256<float>.Count)
                (Vector256.Create<float>(scores[i..]) + Vector256.Create<float>(row[i..])).CopyTo(scores[i..]);
        }
    }
}

/// <summary>Weights rounded to a byte each, to be multiplied by a unit: a quarter of the memory to fetch.</summary>
internal sealed class RoundedWeights(int rows, int stride, sbyte[] values, float unit) : FeatureWeights(rows, stride)
{
    public override void Sum(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        for (var label = 0; label < Stride; label += Vector128<sbyte>.Count)
        {
            var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
            foreach (var feature in features)
            {
                var (a, b) = Vector128.Widen(Vector128.LoadUnsafe(ref first, (nuint)(feature & Mask) * (nuint)Stride + (nuint)label));
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
}
