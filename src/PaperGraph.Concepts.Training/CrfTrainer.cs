using System.Runtime.Intrinsics;
using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Training;

/// <param name="Epochs">How often all sequences are read.</param>
/// <param name="AveragedEpochs">The weights are the mean of those at the end of so many epochs, the last ones.</param>
/// <param name="MinDocuments">Features of fewer documents are left out: a name that one paper alone has tells nothing of others.</param>
/// <param name="CostOfMiss">How far ahead the right label has to be where it is that of a name.</param>
internal sealed record CrfOptions(int Epochs = 6, int AveragedEpochs = 4, int MinDocuments = 3, float CostOfMiss = 0.2f);

/// <summary>
/// A linear-chain conditional random field (Lafferty et al., ICML 2001), learnt sequence by sequence with AdaGrad (Duchi et al., JMLR
/// 2011), one rate a row. Three things keep it from learning its documents by heart: features of few documents are left out, of the others
/// three of ten are left out by chance each time (dropout; Wang and Manning, ICML 2013), and the weights of several epochs are averaged.
/// Missing a name costs more than inventing one (softmax-margin; Gimpel and Smith, NAACL 2010). The same data give the same weights.
/// </summary>
internal sealed class CrfTrainer
{
    internal const float Forbidden = -1e6f;

    private const float Rate = 0.05f;
    private const float RateOfTransitions = 0.015f;

    /// <summary>The share of rows that are left out at random (dropout), as a part of 2^16.</summary>
    private const uint Dropped = 19661;

    /// <summary>
    /// Learnt beside features of which some are missing, the transitions weigh too much beside all of them: they would hold back names.
    /// </summary>
    private const float ShareOfTransitions = 0.7f;

    /// <summary>What is as good as right teaches nothing.</summary>
    private const float MinError = 1e-3f;

    private readonly string[] labels;
    private readonly int stride;
    private readonly LearntWeights weights;
    private readonly float[] transitions;
    private readonly float[] squares;
    private readonly ForwardBackward probabilities;
    private readonly List<int> rows = [];
    private readonly CrfOptions options;
    private int[] ends = [];
    private float[] scores = [];
    private uint chance = 1;

    private CrfTrainer(string[] labels, int rowBits, CrfOptions options, Func<int, int, bool> follows)
    {
        (this.labels, this.options, stride) = (labels, options, FeatureWeights.GetStride(labels.Length));
        weights = new LearntWeights(1 << rowBits, stride);
        squares = new float[1 << rowBits];
        transitions = new float[(labels.Length + 1) * stride];
        probabilities = new ForwardBackward(labels.Length, stride);
        for (var from = 0; from <= labels.Length; from++)
            for (var to = 0; to < labels.Length; to++)
                if (!follows(from == labels.Length ? -1 : from, to)) transitions[from * stride + to] = Forbidden;
    }

    /// <param name="documents">The sequences of each; the label 0 means no name.</param>
    public static LinearTagger Train(
        IReadOnlyList<IReadOnlyList<LabelledSequence>> documents, string[] labels, int rowBits, CrfOptions options,
        Func<int, int, bool> follows)
    {
        var trainer = new CrfTrainer(labels, rowBits, options, follows);
        var known = new CommonFeatures(documents, options.MinDocuments);
        var order = documents.SelectMany(sequences => sequences).Select(sequence => trainer.Kept(sequence, known)).ToArray();
        var random = new Random(1);
        var sum = new float[trainer.weights.Values.Length];
        var sumOfTransitions = new float[trainer.transitions.Length];
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var sequence in order) trainer.Learn(sequence);
            if (epoch <= options.Epochs - options.AveragedEpochs) continue;
            Add(sum, trainer.weights.Values);
            Add(sumOfTransitions, trainer.transitions);
        }

        for (var i = 0; i < sum.Length; i++) trainer.weights.Values[i] = sum[i] / options.AveragedEpochs;
        for (var i = 0; i < sumOfTransitions.Length; i++)
            trainer.transitions[i] = ShareOfTransitions * sumOfTransitions[i] / options.AveragedEpochs;
        return new LinearTagger(labels, trainer.weights, trainer.transitions);
    }

    private static void Add(float[] sum, float[] values)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += values[i];
    }

    /// <summary>A sequence with the positions and features that are learnt from.</summary>
    private Sequence Kept(LabelledSequence sequence, CommonFeatures known)
    {
        var features = sequence.Features;
        var (kept, keptEnds, keptLabels, certain) = (new List<int>(), new List<int>(), new List<int>(), new List<bool>());
        for (var i = 0; i < features.Positions; i++)
        {
            if (sequence.Labels[i] == LabelledSequence.Unknown) continue;
            certain.Add(features.Known(i) == sequence.Labels[i]);
            for (var at = i; at < features.Hashes.Length && !certain[^1]; at += features.Stride)
                if (known.Contains(features.Hashes[at])) kept.Add(weights.Row(features.Hashes[at]));
            keptEnds.Add(kept.Count);
            keptLabels.Add(sequence.Labels[i]);
        }

        return new Sequence([.. kept], [.. keptEnds], [.. keptLabels], [.. certain]);
    }

    private void Learn(Sequence sequence)
    {
        Drop(sequence);
        Score(sequence.Labels, sequence.IsCertain);
        probabilities.Run(scores.AsSpan(0, sequence.Labels.Length * stride), transitions);
        UpdateTransitions(sequence.Labels);
        for (var i = 0; i < sequence.Labels.Length; i++) Update(i, sequence.Labels[i]);
    }

    /// <summary>Chooses the rows of features that this round learns from.</summary>
    private void Drop(Sequence sequence)
    {
        rows.Clear();
        if (ends.Length < sequence.Ends.Length)
        {
            ends = new int[2 * sequence.Ends.Length];
            scores = new float[2 * sequence.Ends.Length * stride];
        }

        for (var (i, at) = (0, 0); i < sequence.Ends.Length; i++)
        {
            for (; at < sequence.Ends[i]; at++)
            {
                chance ^= chance << 13;
                chance ^= chance >> 17;
                chance ^= chance << 5;
                if ((chance & 0xffff) >= Dropped) rows.Add(sequence.Rows[at]);
            }

            ends[i] = rows.Count;
        }
    }

    /// <summary>As if no row had been dropped, and the wrong labels better by what they cost.</summary>
    private void Score(int[] gold, bool[] isCertain)
    {
        const float Whole = 1 / (1 - Dropped / 65536f);
        for (var (i, at) = (0, 0); i < gold.Length; i++)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            for (; at < ends[i]; at++)
            {
                low += Vector256.Create(weights.Values, rows[at]);
                high += Vector256.Create(weights.Values, rows[at] + Vector256<float>.Count);
            }

            (low * Whole).CopyTo(scores, i * stride);
            (high * Whole).CopyTo(scores, i * stride + Vector256<float>.Count);
            if (isCertain[i]) scores.AsSpan(i * stride, labels.Length).Fill(Forbidden);
            if (isCertain[i]) scores[i * stride + gold[i]] = 0;
            else if (gold[i] != 0) scores[i * stride + gold[i]] -= options.CostOfMiss;
        }
    }

    private void Update(int position, int gold)
    {
        var error = scores.AsSpan(position * stride, stride);
        var (most, square) = (0f, 0f);
        for (var label = 0; label < labels.Length; label++)
        {
            error[label] = (label == gold ? 1 : 0) - error[label];
            most = Math.Max(most, Math.Abs(error[label]));
            square += error[label] * error[label];
        }

        if (most < MinError) return;
        var (low, high) = (Vector256.Create<float>(error), Vector256.Create<float>(error[Vector256<float>.Count..]));
        for (var at = position == 0 ? 0 : ends[position - 1]; at < ends[position]; at++)
        {
            var row = rows[at];
            var rate = Vector256.Create(Rate / MathF.Sqrt(1 + (squares[row / stride] += square)));
            (Vector256.Create(weights.Values, row) + rate * low).CopyTo(weights.Values, row);
            (Vector256.Create(weights.Values, row + Vector256<float>.Count) + rate * high)
                .CopyTo(weights.Values, row + Vector256<float>.Count);
        }
    }

    private void UpdateTransitions(int[] gold)
    {
        var expected = probabilities.ExpectedTransitions;
        for (var i = 0; i < transitions.Length; i++)
            if (expected[i] != 0) transitions[i] -= RateOfTransitions * expected[i];
        for (var i = 0; i < gold.Length; i++) transitions[(i == 0 ? labels.Length : gold[i - 1]) * stride + gold[i]] += RateOfTransitions;
    }

    /// <param name="Rows">Where the weights of the features begin, position after position.</param>
    /// <param name="Ends">For each position, where its rows end.</param>
    /// <param name="IsCertain">For each position whether its label is known beforehand.</param>
    private sealed record Sequence(int[] Rows, int[] Ends, int[] Labels, bool[] IsCertain);
}
