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

    /// <summary>The best label of each position, in <see cref="Lattice.Path"/>.</summary>
    /// <param name="rightLabels">Of each position, where they are known: all others are preferred by the margin.</param>
    public void Tag(FeatureColumns features, Lattice lattice, ReadOnlySpan<int> rightLabels = default, float margin = 0)
    {
        var (length, count) = (features.Positions, Labels.Length);
        lattice.Start(length, stride);
        if (length == 0) return;
        for (var i = 0; i < length; i++)
        {
            Weights.Sum(features, i, lattice.Emissions(i));
            lattice.Emissions(i)[count..].Fill(Impossible);
            if (!rightLabels.IsEmpty) lattice.Emissions(i)[rightLabels[i]] -= margin;
        }

        Span<float> best = stackalloc float[stride];
        Span<float> next = stackalloc float[stride];
        for (var label = 0; label < stride; label++) best[label] = lattice.Emissions(0)[label] + Transitions[count * stride + label];
        for (var i = 1; i < length; i++)
        {
            Step(best, next, lattice.Emissions(i), lattice.Back(i));
            next.CopyTo(best);
        }

        var path = lattice.Path;
        path[^1] = IndexOfMax(best[..count]);
        for (var i = length - 1; i > 0; i--) path[i - 1] = lattice.Back(i)[path[i]];
    }

    private void Step(ReadOnlySpan<float> best, Span<float> next, ReadOnlySpan<float> emissions, Span<byte> back)
    {
        Span<int> origins = stackalloc int[Vector256<int>.Count];
        for (var block = 0; block < stride; block += Vector256<float>.Count)
        {
            var most = Vector256.Create(float.NegativeInfinity);
            var from = Vector256<int>.Zero;
            for (var label = 0; label < Labels.Length; label++)
            {
                var score = Vector256.Create<float>(Transitions.AsSpan(label * stride + block)) + Vector256.Create(best[label]);
                var isBetter = Vector256.GreaterThan(score, most);
                most = Vector256.ConditionalSelect(isBetter, score, most);
                from = Vector256.ConditionalSelect(isBetter.AsInt32(), Vector256.Create(label), from);
            }

            (most + Vector256.Create(emissions[block..])).CopyTo(next[block..]);
            from.CopyTo(origins);
            for (var i = 0; i < origins.Length; i++) back[block + i] = (byte)origins[i];
        }
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var index = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[index]) index = i;
        return index;
    }
}
