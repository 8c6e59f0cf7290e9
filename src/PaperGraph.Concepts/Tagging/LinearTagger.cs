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

    /// <summary>The best label of each position.</summary>
    /// <param name="margins">Where given, filled with how much better the label is than the next best, by its own features.</param>
    public int[] Tag(FeatureRows rows, float[]? margins = null)
    {
        var (length, count) = (rows.Positions, Labels.Length);
        if (length == 0) return [];
        var emissions = new float[length * stride];
        for (var i = 0; i < length; i++)
        {
            Weights.Sum(rows[i], emissions.AsSpan(i * stride, stride));
            emissions.AsSpan(i * stride + count, stride - count).Fill(Impossible);
        }

        var best = new float[stride];
        var back = new int[length * stride];
        for (var label = 0; label < stride; label++) best[label] = emissions[label] + Transitions[count * stride + label];
        for (var i = 1; i < length; i++) Step(best, emissions.AsSpan(i * stride, stride), back.AsSpan(i * stride, stride));

        var path = new int[length];
        path[^1] = IndexOfMax(best.AsSpan(0, count));
        for (var i = length - 1; i > 0; i--) path[i - 1] = back[i * stride + path[i]];
        if (margins is not null)
            for (var i = 0; i < length; i++) margins[i] = Margin(emissions.AsSpan(i * stride, count), path[i]);
        return path;
    }

    private void Step(Span<float> best, ReadOnlySpan<float> emissions, Span<int> back)
    {
        Span<float> next = stackalloc float[stride];
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
            from.CopyTo(back[block..]);
        }

        next.CopyTo(best);
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        var index = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[index]) index = i;
        return index;
    }

    private static float Margin(ReadOnlySpan<float> scores, int label)
    {
        var other = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
            if (i != label) other = MathF.Max(other, scores[i]);
        return scores[label] - other;
    }
}
