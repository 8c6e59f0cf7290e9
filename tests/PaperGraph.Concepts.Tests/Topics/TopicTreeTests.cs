using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Topics;

namespace PaperGraph.Concepts.Tests.Topics;

public sealed class TopicTreeTests
{
    [Theory]
    [InlineData("long video generation", "video-generation")]
    [InlineData("sparse-view depth estimation", "three-d-vision")]
    [InlineData("something else", null)]
    public void The_telling_words_of_a_name_point_to_a_topic(string name, string? topic) =>
        TopicTree.Default.ByCues(name).ShouldBe(topic is null ? [] : [topic]);

    [Fact]
    public void A_paper_inherits_the_topics_of_its_concepts()
    {
        var papers =
            new[] { new PaperText("Ranking", "We study speech recognition and machine translation with word error rate."),
                new PaperText("Other", "Protein folding.") };
        var extractor = new ConceptExtractor();
        var collection = ConceptCollection.Build([.. papers.Select((paper, i) => PaperNames.From(i, extractor.Extract(paper)))]);
        var topics = collection.Papers[0].Topics;
        topics.Select(topic => topic.Topic).ShouldBe(["speech-recognition", "machine-translation"], ignoreOrder: true);
        topics.ShouldAllBe(topic => topic.Score > 0 && topic.Score <= 1);
    }

    [Fact]
    public void Parents_stand_before_their_children_and_slugs_are_unique()
    {
        var seen = new HashSet<string>();
        foreach (var topic in TopicTree.Default.Topics)
        {
            if (topic.Parent is not null) seen.ShouldContain(topic.Parent);
            seen.Add(topic.Slug).ShouldBeTrue(topic.Slug);
        }
    }
}
