using System.Runtime.Intrinsics;

namespace PaperGraph.Concepts.Training;

/// <summary>
/// How probable each label is at each position of a sequence, and each pair of labels that follow each other: the forward-backward
/// algorithm (L. Rabiner, "A tutorial on hidden Markov models", 1989), scaled to one at each position. Only sums and products in a fixed
/// order, so that the same scores give the same bits on every machine.
/// </summary>
internal sealed class ForwardBackward(int labels, int stride)
{
    private float[] potentials = [];
    private float[] forward = [];
    private float[] backward = [];
    private readonly float[] steps = new float[(labels + 1) * stride];
    private readonly float[] stepsBack = new float[labels * stride];

    /// <summary>How often each label is expected to follow each other one; laid out as transitions are.</summary>
    public float[] ExpectedTransitions { get; } = new float[(labels + 1) * stride];

    /// <param name="scores">The scores of the labels of each position, a stride apart. They become their probabilities.</param>
    /// <param name="transitions">Laid out as <see cref="Tagging.LinearTagger.Transitions"/>.</param>
    public void Run(Span<float> scores, ReadOnlySpan<float> transitions)
    {
        var positions = scores.Length / stride;
        Start(scores, transitions);
        for (var i = 0; i < positions; i++)
        {
            var at = forward.AsSpan(i * stride, stride);
            if (i == 0) steps.AsSpan(labels * stride, stride).CopyTo(at);
            else Multiply(forward.AsSpan((i - 1) * stride, stride), steps, at);
            Multiply(at, potentials.AsSpan(i * stride, stride));
            ToOne(at);
        }

        backward.AsSpan((positions - 1) * stride, stride).Fill(1);
        Span<float> next = stackalloc float[stride];
        for (var i = positions - 1; i > 0; i--)
        {
            backward.AsSpan(i * stride, stride).CopyTo(next);
            Multiply(next, potentials.AsSpan(i * stride, stride));
            var before = backward.AsSpan((i - 1) * stride, stride);
            Multiply(next, stepsBack, before);
            Expect(forward.AsSpan((i - 1) * stride, stride), before, next);
            ToOne(before);
        }

        for (var i = 0; i < positions; i++)
        {
            var at = scores.Slice(i * stride, stride);
            forward.AsSpan(i * stride, stride).CopyTo(at);
            Multiply(at, backward.AsSpan(i * stride, stride));
            ToOne(at);
        }

        scores[..labels].CopyTo(ExpectedTransitions.AsSpan(labels * stride));
    }

    /// <summary>e to the power of a number that is not above zero: a power of two and five terms of Taylor's series for the rest.</summary>
    internal static float Exp(float x)
    {
        const float Least = -40;
        var y = Math.Max(x, Least) * 1.44269504f;
        var whole = (int)(y - 0.5f);
        var rest = (y - whole) * 0.693147181f;
        var series = 1 + rest * (1 + rest * (0.5f + rest * (0.166666667f + rest * (0.0416666667f + rest * 0.00833333333f))));
        return series * BitConverter.Int32BitsToSingle((whole + 127) << 23);
    }

    private void Start(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions)
    {
        if (potentials.Length < scores.Length)
        {
            potentials = new float[scores.Length];
            forward = new float[scores.Length];
            backward = new float[scores.Length];
        }

        for (var at = 0; at < scores.Length; at += stride) ToPotentials(scores.Slice(at, labels), potentials.AsSpan(at, stride));
        Array.Clear(ExpectedTransitions);
        var most = float.NegativeInfinity;
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++) most = Math.Max(most, transitions[from * stride + to]);
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++)
            {
                var score = transitions[from * stride + to] - most;
                var step = score < CrfTrainer.Forbidden / 2 ? 0 : Exp(score);
                steps[from * stride + to] = step;
                if (from < labels) stepsBack[to * stride + from] = step;
            }
    }

    private static void ToPotentials(ReadOnlySpan<float> scores, Span<float> to)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        to.Clear();
        for (var label = 0; label < scores.Length; label++) to[label] = Exp(scores[label] - most);
    }

    /// <summary>A row of probabilities through the table of steps.</summary>
    private void Multiply(ReadOnlySpan<float> row, ReadOnlySpan<float> table, Span<float> product)
    {
        for (var block = 0; block < stride; block += Vector256<float>.Count)
        {
            var sum = Vector256<float>.Zero;
            for (var label = 0; label < labels; label++)
                sum += Vector256.Create(row[label]) * Vector256.Create<float>(table[(label * stride + block)..]);
            sum.CopyTo(product[block..]);
        }
    }

    private static void Multiply(Span<float> row, ReadOnlySpan<float> by)
    {
        for (var i = 0; i < row.Length; i++) row[i] *= by[i];
    }

    private void Expect(ReadOnlySpan<float> from, ReadOnlySpan<float> before, ReadOnlySpan<float> next)
    {
        var total = 0f;
        for (var label = 0; label < labels; label++) total += from[label] * before[label];
        for (var label = 0; label < labels; label++)
        {
            var share = Vector256.Create(from[label] / total);
            for (var block = label * stride; block < (label + 1) * stride; block += Vector256<float>.Count)
                (Vector256.Create<float>(ExpectedTransitions.AsSpan(block))
                    + share * Vector256.Create<float>(steps.AsSpan(block)) * Vector256.Create<float>(next[(block - label * stride)..]))
                    .CopyTo(ExpectedTransitions.AsSpan(block));
        }
    }

    private void ToOne(Span<float> row)
    {
        var sum = 0f;
        for (var label = 0; label < labels; label++) sum += row[label];
        for (var label = 0; label < stride; label++) row[label] = label < labels ? row[label] / sum : 0;
    }
}
