using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A first-order linear sequence model: a weight for every hashed feature with every label and for every pair of labels that
/// follow each other; the best sequence by Viterbi.
/// </summary>
/// <param name="transitions">From label to label, a stride apart; the row behind the last label is that of the start.</param>
internal sealed class LinearTagger(string[] labels, FeatureWeights weights, float[] transitions)
{
    private const float Impossible = -1e9f;

    private readonly int stride = weights.Stride;

    public string[] Labels { get; } = labels;

    public FeatureWeights Weights { get; } = weights;

    public float[] Transitions { get; } = transitions;

    /// <summary>The best label of each position, and the certain one where there is one, in <see cref="Lattice.Path"/>.</summary>
    /// <param name="rightLabels">The right label of each position, where they are known: all others are preferred by the margin.</param>
    public void Tag(FeatureColumns features, Lattice lattice, ReadOnlySpan<int> rightLabels = default, float margin = 0)
    {
        var (length, count) = (features.Positions, Labels.Length);
        lattice.Start(length, stride);
        if (length == 0) return;
        for (var i = 0; i < length; i++)
        {
            var emissions = lattice.Emissions(i);
            if (features.Known(i) is >= 0 and var label)
            {
                emissions.Fill(Impossible);
                emissions[label] = 0;
                continue;
            }

            Weights.Sum(features, i, emissions);
            emissions[count..].Fill(Impossible);
            if (!rightLabels.IsEmpty) emissions[rightLabels[i]] -= margin;
        }

        Span<float> best = stackalloc float[stride];
        Span<float> next = stackalloc float[stride];
        for (var label = 0; label < stride; label++) best[label] = lattice.Emissions(0)[label] + Transitions[count * stride + label];
        for (var i = 1; i < length; i++)
        {
            if (features.Known(i) is >= 0 and var label) StepTo(label, best, next, lattice.Back(i));
            else Step(best, next, lattice.Emissions(i), lattice.Back(i));
            next.CopyTo(best);
        }

        var path = lattice.Path;
        path[^1] = IndexOfMax(best[..count]);
        for (var i = length - 1; i > 0; i--) path[i - 1] = lattice.Back(i)[path[i]];
    }

    private void Step(ReadOnlySpan<float> best, Span<float> next, ReadOnlySpan<float> emissions, Span<byte> back)
    {
        Span<int> origins = stackalloc int[Vector256<int>.Count];
        ref var first = ref MemoryMarshal.GetArrayDataReference(Transitions);
        for (var block = 0; block < stride; block += Vector256<float>.Count)
        {
            var most = Vector256.Create(float.NegativeInfinity);
            var from = Vector256<int>.Zero;
            for (var label = 0; label < Labels.Length; label++)
            {
                var score = Vector256.LoadUnsafe(ref first, (nuint)(label * stride + block)) + Vector256.Create(best[label]);
                var isBetter = Vector256.GreaterThan(score, most);
                most = Vector256.ConditionalSelect(isBetter, score, most);
                from = Vector256.ConditionalSelect(isBetter.AsInt32(), Vector256.Create(label), from);
            }

            (most + Vector256.Create(emissions[block..])).CopyTo(next[block..]);
            from.CopyTo(origins);
            for (var i = 0; i < origins.Length; i++) back[block + i] = (byte)origins[i];
        }
    }

    /// <summary>Steps to the next position where only one label can follow.</summary>
    private void StepTo(int label, ReadOnlySpan<float> best, Span<float> next, Span<byte> back)
    {
        var (most, from) = (float.NegativeInfinity, 0);
        for (var i = 0; i < Labels.Length; i++)
            if (best[i] + Transitions[i * stride + label] is var score && score > most) (most, from) = (score, i);
        next.Fill(Impossible);
        next[label] = most;
        back[label] = (byte)from;
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var index = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[index]) index = i;
        return index;
    }
}
