using System.Numerics;

namespace PaperGraph.Concepts.Tagging;

/// <summary>
/// A first-order linear sequence model: a weight for every hashed feature with every label and for every pair of labels that
/// follow each other; the best sequence by Viterbi.
/// </summary>
internal sealed class LinearTagger
{
    private readonly int mask;
    /// <param name="weights">Row by row, <paramref name="stride"/> apart; the number of rows is a power of two.</param>
    /// <param name="transitions">From label to label, <paramref name="stride"/> apart; the row behind the last label is that of the start.</param>
    public LinearTagger(string[] labels, int stride, float[] weights, float[] transitions)
    {
        (Labels, Stride, Weights, Transitions) = (labels, stride, weights, transitions);
        mask = weights.Length / stride - 1;
    }

    public string[] Labels { get; }

    public int Stride { get; }

    public float[] Weights { get; }

    public float[] Transitions { get; }

    /// <summary>Labels rounded up to what vectors of this size hold, whatever the machine.</summary>
    public static int StrideOf(int labels) => (labels + 7) / 8 * 8;

    /// <summary>The best label of each position.</summary>
    /// <param name="margins">Where given, filled with how much better the label is than the next best, by its own features.</param>
    public int[] Tag(FeatureRows rows, float[]? margins = null)
    {
        var (length, labels) = (rows.Positions, Labels.Length);
        if (length == 0) return [];
        var emissions = new float[length * Stride];
        for (var i = 0; i < length; i++) Emit(rows[i], emissions.AsSpan(i * Stride, Stride));

        var best = new float[Stride];
        var next = new float[Stride];
        var back = new byte[length * labels];
        for (var label = 0; label < labels; label++) best[label] = emissions[label] + Transitions[labels * Stride + label];
        for (var i = 1; i < length; i++)
        {
            Step(best, next, back.AsSpan(i * labels, labels));
            for (var label = 0; label < labels; label++) best[label] = next[label] + emissions[i * Stride + label];
        }

        var path = new int[length];
        path[^1] = best.AsSpan(0, labels).IndexOf(Max(best.AsSpan(0, labels)));
        for (var i = length - 1; i > 0; i--) path[i - 1] = back[i * labels + path[i]];
        if (margins is not null)
            for (var i = 0; i < length; i++) margins[i] = Margin(emissions.AsSpan(i * Stride, labels), path[i]);
        return path;
    }

    private void Emit(ReadOnlySpan<uint> features, Span<float> sum)
    {
        sum.Clear();
        foreach (var feature in features)
        {
            var row = Weights.AsSpan((int)(feature & (uint)mask) * Stride, Stride);
            for (var i = 0; i < Stride; i += Vector<float>.Count)
                (new Vector<float>(sum[i..]) + new Vector<float>(row[i..])).CopyTo(sum[i..]);
        }
    }

    private void Step(float[] best, float[] next, Span<byte> back)
    {
        var labels = Labels.Length;
        Array.Fill(next, float.NegativeInfinity);
        for (var from = 0; from < labels; from++)
        {
            var row = Transitions.AsSpan(from * Stride, labels);
            for (var to = 0; to < labels; to++)
            {
                var score = best[from] + row[to];
                if (score <= next[to]) continue;
                next[to] = score;
                back[to] = (byte)from;
            }
        }
    }

    private static float Max(ReadOnlySpan<float> values)
    {
        var max = values[0];
        foreach (var value in values) max = MathF.Max(max, value);
        return max;
    }

    private static float Margin(ReadOnlySpan<float> scores, int label)
    {
        var other = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
            if (i != label) other = MathF.Max(other, scores[i]);
        return scores[label] - other;
    }
}
