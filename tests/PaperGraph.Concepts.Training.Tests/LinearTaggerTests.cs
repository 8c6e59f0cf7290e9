using PaperGraph.Concepts.Tagging;
using static PaperGraph.Concepts.Training.Tests.WordSequences;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class LinearTaggerTests
{
    private static readonly string[] Labels = ["O", "B-Task", "I-Task"];

    [Fact]
    public void What_was_learnt_is_found_again_and_survives_the_file()
    {
        List<LabelledSequence> data =
            [Sequence("we solve image search fast", 0, 0, 1, 2, 0), Sequence("they solve text search", 0, 0, 1, 2),
                Sequence("we run fast", 0, 0, 0)];
        var tagger = PerceptronTrainer.Train(data, Labels, rowBits: 12, epochs: 10, TypedTagger.Follows(Labels));
        Labelled(tagger, data[0]).ShouldBe(data[0].Labels);

        using var file = new MemoryStream();
        WeightsFile.Write(file, tagger);
        file.Position = 0;
        var read = WeightsFile.Read(file);
        foreach (var sequence in data) Labelled(read, sequence).ShouldBe(sequence.Labels);
    }

    [Fact]
    public void Inside_never_follows_outside()
    {
        List<LabelledSequence> data = [Sequence("a b", 1, 2), Sequence("b b", 0, 0)];
        var tagger = PerceptronTrainer.Train(data, Labels, rowBits: 10, epochs: 3, TypedTagger.Follows(Labels));
        var labels = Labelled(tagger, Sequence("c b b b"));
        for (var i = 0; i < labels.Length; i++)
            if (labels[i] == 2) labels[i - 1].ShouldNotBe(0);
    }

    [Fact]
    public void The_same_data_give_the_same_bytes()
    {
        List<LabelledSequence> data = [Sequence("a b c", 0, 1, 2), Sequence("c b a", 0, 0, 1)];
        Bytes(PerceptronTrainer.Train(data, Labels, 10, 4)).ShouldBe(Bytes(PerceptronTrainer.Train(data, Labels, 10, 4)));
    }

    [Fact]
    public void A_label_that_is_certain_stays_and_decides_what_follows()
    {
        List<LabelledSequence> data = [Sequence("a b", 1, 2), Sequence("c b", 0, 0)];
        var tagger = PerceptronTrainer.Train(data, Labels, rowBits: 10, epochs: 5, TypedTagger.Follows(Labels));
        var sequence = Sequence("a b");
        Labelled(tagger, sequence).ShouldBe([1, 2]);

        sequence.Features.Know(0, 0);
        Labelled(tagger, sequence).ShouldBe([0, 0]);
    }
}
