namespace PaperGraph.Concepts.Training.Tests;

public sealed class ForwardBackwardTests
{
    private const int Labels = 3;
    private const int Stride = 16;
    private const int Positions = 4;

    [Fact]
    public void Probabilities_are_those_of_all_paths_counted_one_by_one()
    {
        var (scores, transitions) = (new float[Positions * Stride], new float[(Labels + 1) * Stride]);
        for (var i = 0; i < scores.Length; i++) scores[i] = i % Stride < Labels ? i * 7 % 5 - 2.5f : 0;
        for (var i = 0; i < transitions.Length; i++) transitions[i] = i * 5 % 7 / 3f - 1;
        transitions[1 * Stride + 2] = CrfTrainer.Forbidden;
        var (labels, pairs) = Counted(scores, transitions);

        var found = new ForwardBackward(Labels, Stride);
        found.Run(scores, transitions);

        for (var position = 0; position < Positions; position++)
            for (var label = 0; label < Labels; label++) scores[position * Stride + label].ShouldBe((float)labels[position, label], 1e-4f);
        for (var from = 0; from <= Labels; from++)
            for (var to = 0; to < Labels; to++) found.ExpectedTransitions[from * Stride + to].ShouldBe((float)pairs[from, to], 1e-4f);
        found.ExpectedTransitions[1 * Stride + 2].ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.3f)]
    [InlineData(-1)]
    [InlineData(-17.77f)]
    [InlineData(-39)]
    public void Exp_is_right_to_a_few_parts_in_a_million(float x) =>
        (ForwardBackward.Exp(x) / Math.Exp(x)).ShouldBe(1, 1e-5);

    private static (double[,] Labels, double[,] Pairs) Counted(float[] scores, float[] transitions)
    {
        var (labels, pairs, total) = (new double[Positions, Labels], new double[Labels + 1, Labels], 0.0);
        var path = new int[Positions];
        for (var number = 0; number < Math.Pow(Labels, Positions); number++)
        {
            for (var (i, rest) = (0, number); i < Positions; i++, rest /= Labels) path[i] = rest % Labels;
            var score = path.Index()
                .Sum(at => scores[at.Index * Stride + at.Item] + transitions[Before(path, at.Index) * Stride + at.Item]);
            var weight = Math.Exp(score);
            total += weight;
            for (var i = 0; i < Positions; i++)
            {
                labels[i, path[i]] += weight;
                pairs[Before(path, i), path[i]] += weight;
            }
        }

        for (var i = 0; i < Positions; i++)
            for (var label = 0; label < Labels; label++) labels[i, label] /= total;
        for (var from = 0; from <= Labels; from++)
            for (var to = 0; to < Labels; to++) pairs[from, to] /= total;
        return (labels, pairs);
    }

    private static int Before(int[] path, int position) => position == 0 ? Labels : path[position - 1];
}
