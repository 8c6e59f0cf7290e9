using PaperGraph.Concepts.Tagging;

namespace PaperGraph.Concepts.Training;

/// <summary>One sequence to learn from.</summary>
internal sealed record LabelledSequence(FeatureColumns Features, int[] Labels)
{
    /// <summary>The label of a position that nothing is to be learnt from; only <see cref="CrfTrainer"/> leaves such out.</summary>
    public const int Unknown = -1;
}

/// <summary>
/// The averaged structured perceptron (M. Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002).
/// Sequences are shuffled by a fixed seed, so that the same data give the same weights.
/// </summary>
internal static class PerceptronTrainer
{
    private const float Forbidden = -1e6f;

    /// <summary>How far ahead the right labels have to be while they are learnt, in steps of the weights.</summary>
    private const float MarginOfRight = 4;

    public static LinearTagger Train(
        IReadOnlyList<LabelledSequence> data, string[] labels, int rowBits, int epochs, Func<int, int, bool>? follows = null)
    {
        var stride = FeatureWeights.GetStride(labels.Length);
        var weights = new LearntWeights(1 << rowBits, stride);
        var weightSums = new float[weights.Values.Length];
        var transitions = new float[(labels.Length + 1) * stride];
        var transitionSums = new float[transitions.Length];
        Forbid(transitions, labels.Length, stride, follows);

        var tagger = new LinearTagger(labels, weights, transitions);
        var lattice = new Lattice();
        var order = Enumerable.Range(0, data.Count).ToArray();
        var random = new Random(1);
        var step = 1f;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (features, gold) = data[index];
                tagger.Tag(features, lattice, gold, MarginOfRight);
                if (!lattice.Path.SequenceEqual(gold)) Update(features, gold, lattice.Path, step);
                step++;
            }
        }

        for (var i = 0; i < weightSums.Length; i++) weights.Values[i] -= weightSums[i] / step;
        for (var i = 0; i < transitions.Length; i++) transitions[i] -= transitionSums[i] / step;
        return tagger;

        void Update(FeatureColumns features, int[] gold, ReadOnlySpan<int> guess, float at)
        {
            var hashes = features.Hashes;
            for (var i = 0; i < gold.Length; i++)
            {
                var (goldFrom, guessFrom) = i == 0 ? (labels.Length, labels.Length) : (gold[i - 1], guess[i - 1]);
                if (gold[i] != guess[i])
                    for (var feature = i; feature < hashes.Length; feature += features.Stride)
                    {
                        var row = weights.Row(hashes[feature]);
                        Add(weights.Values, weightSums, row + gold[i], 1, at);
                        Add(weights.Values, weightSums, row + guess[i], -1, at);
                    }

                if (gold[i] == guess[i] && goldFrom == guessFrom) continue;
                Add(transitions, transitionSums, goldFrom * stride + gold[i], 1, at);
                Add(transitions, transitionSums, guessFrom * stride + guess[i], -1, at);
            }
        }
    }

    private static void Add(float[] values, float[] sums, int index, float delta, float at)
    {
        values[index] += delta;
        sums[index] += delta * at;
    }

    private static void Forbid(float[] transitions, int labels, int stride, Func<int, int, bool>? follows)
    {
        if (follows is null) return;
        for (var from = 0; from <= labels; from++)
            for (var to = 0; to < labels; to++)
                if (!follows(from == labels ? -1 : from, to)) transitions[from * stride + to] = Forbidden;
    }
}
