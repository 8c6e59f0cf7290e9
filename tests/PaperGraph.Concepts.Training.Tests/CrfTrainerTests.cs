using PaperGraph.Concepts.Tagging;
using static PaperGraph.Concepts.Training.Tests.WordSequences;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class CrfTrainerTests
{
    private static readonly string[] Labels = ["O", "B-Task", "I-Task"];

    private static readonly CrfOptions Options = new() { Epochs = 60, AveragedEpochs = 10, MinDocuments = 1 };

    [Fact]
    public void What_was_learnt_is_found_again_and_survives_the_file()
    {
        List<LabelledSequence> data =
            [Sequence("we solve image search fast", 0, 0, 1, 2, 0), Sequence("they solve text search", 0, 0, 1, 2),
                Sequence("we run fast", 0, 0, 0)];
        var tagger = Train(Options, data);
        foreach (var sequence in data) Labelled(tagger, sequence).ShouldBe(sequence.Labels);

        using var file = new MemoryStream(Bytes(tagger));
        var read = WeightsFile.Read(file);
        foreach (var sequence in data) Labelled(read, sequence).ShouldBe(sequence.Labels);
    }

    [Fact]
    public void Inside_never_follows_outside()
    {
        var labels = Labelled(Train(Options, [Sequence("a b", 1, 2), Sequence("b b", 0, 0)]), Sequence("c b b b"));
        for (var i = 0; i < labels.Length; i++)
            if (labels[i] == 2) (i == 0 ? 0 : labels[i - 1]).ShouldNotBe(0);
    }

    [Fact]
    public void A_feature_of_too_few_documents_has_no_weights()
    {
        List<LabelledSequence> one =
            [Sequence("the sorting works", 0, 1, 0), Sequence("the sorting helps", 0, 1, 0), Sequence("a parsing works", 0, 1, 0)];
        List<LabelledSequence> other = [Sequence("the parsing helps", 0, 1, 0)];
        var tagger = Train(Options with { MinDocuments = 2 }, one, other);
        HasWeight(tagger, Sequence("parsing")).ShouldBeTrue();
        HasWeight(tagger, Sequence("sorting")).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_learnt_from_positions_without_a_label()
    {
        var tagger = Train(Options, [Sequence("the sorting works", LabelledSequence.Unknown, 1, LabelledSequence.Unknown)]);
        HasWeight(tagger, Sequence("sorting")).ShouldBeTrue();
        HasWeight(tagger, Sequence("works")).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_learnt_from_positions_whose_label_is_certain()
    {
        var sequence = Sequence("the sorting works", 0, 1, 0);
        sequence.Features.Know(0, 0);
        var tagger = Train(Options, [sequence]);
        HasWeight(tagger, Sequence("sorting")).ShouldBeTrue();
        HasWeight(tagger, Sequence("the")).ShouldBeFalse();
    }

    [Fact]
    public void The_same_data_give_the_same_bytes()
    {
        List<LabelledSequence> data = [Sequence("a b c", 0, 1, 2), Sequence("c b a", 0, 0, 1)];
        Bytes(Train(Options, data)).ShouldBe(Bytes(Train(Options, data)));
    }

    private static LinearTagger Train(CrfOptions options, params List<LabelledSequence>[] documents) =>
        CrfTrainer.Train(documents, Labels, rowBits: 12, options, TypedTagger.Follows(Labels));

    private static bool HasWeight(LinearTagger tagger, LabelledSequence word)
    {
        var weights = (LearntWeights)tagger.Weights;
        return weights.Values.AsSpan(weights.Row(word.Features.Hashes[0]), Labels.Length).ContainsAnyExcept(0f);
    }
}
