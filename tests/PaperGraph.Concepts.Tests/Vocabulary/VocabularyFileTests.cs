using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Vocabulary;

public sealed class VocabularyFileTests
{
    [Fact]
    public void Every_topic_of_the_vocabulary_is_in_the_tree()
    {
        var topics = TopicTree.Default.Topics.Select(topic => topic.Slug).ToHashSet();
        ConceptVocabulary.Default.Entries.SelectMany(entry => entry.Topics).Where(topic => !topics.Contains(topic)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_says_where_it_comes_from() =>
        ConceptVocabulary.Default.Entries.ShouldAllBe(entry => entry.Origin == "PaperGraph" || entry.Origin.EndsWith("(Apache-2.0)") || entry.Origin.EndsWith("(MIT)"));

    [Fact]
    public void No_name_is_a_generic_word() =>
        ConceptVocabulary.Default.Entries.Where(entry => Concepts.Text.CommonWords.Generic.Contains(entry.Name)).ShouldBeEmpty();

    [Fact]
    public void Any_name_of_an_entry_finds_it() => ConceptVocabulary.Default.Find(ConceptKey.Of("GRPO"))!.Name.ShouldBe("Group Relative Policy Optimization");
}
