using PaperGraph.Concepts.Tagging;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Tagging;

public sealed class PartOfSpeechTests
{
    [Fact]
    public void The_numbers_of_the_enum_are_those_of_the_labels_in_the_shipped_weights()
    {
        var tagger = WeightsFile.Read(TsvResource.Open(typeof(PosTagger).Assembly, PosTagger.FileName));

        tagger.Labels.Index().ShouldAllBe(label => Enum.Parse<PartOfSpeech>(label.Item) == (PartOfSpeech)label.Index);
    }
}
