using PaperGraph.Concepts.Topics;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

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
        ConceptVocabulary.Default.Entries.ShouldAllBe(
            entry => entry.Origin == "PaperGraph" || entry.Origin.EndsWith("(Apache-2.0)") || entry.Origin.EndsWith("(MIT)"));

    [Fact]
    public void No_name_is_a_generic_word() =>
        ConceptVocabulary.Default.Entries.Where(entry => Concepts.Text.CommonWords.Generic.Contains(entry.Name)).ShouldBeEmpty();

    /// <summary>What a name ends in tells its kind; the names behind "except" are those of which it says something else.</summary>
    [Theory]
    [InlineData(
        ConceptKind.Model, "Model Network Transformer Autoencoder Encoder",
        "Teacher-Student Model, Born-Again Network, Tensor Network, Self-Rewarding Language Model")]
    [InlineData(
        ConceptKind.Method, "Agent Prompting Tuning Fine-Tuning Distillation Decoding Quantization", "Brain Decoding, Speech Decoding")]
    [InlineData(ConceptKind.Method, "Learning", "Shortcut Learning, Personalized Learning, Ontology Learning, taxonomy learning")]
    [InlineData(ConceptKind.Task, "Segmentation Captioning Answering Recognition", "")]
    [InlineData(
        ConceptKind.Metric, "Score Rate Accuracy Error Latency Complexity",
        "Learning Rate, Layer-Wise Learning Rate, Cyclical Learning Rate, Circuit Complexity, Propensity Score")]
    [InlineData(ConceptKind.Other, "Bias Trajectory Collapse Equation", "")]
    public void A_name_has_the_kind_that_its_last_word_tells(ConceptKind kind, string lastWords, string except)
    {
        var endings = lastWords.Split(' ');
        var exceptions = except.Split(", ");
        ConceptVocabulary.Default.Entries
            .Where(entry =>
                entry.Kind != kind && entry.Name.Split(' ') is { Length: > 1 } words && endings.Contains(words[^1])
                    && !exceptions.Contains(entry.Name))
            .Select(entry => $"{entry.Name}: {entry.Kind}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_everyday_name_is_one_of_the_vocabulary()
    {
        var forms = ConceptVocabulary.Default.Entries.SelectMany(entry => (string[])[entry.Name, .. entry.Aliases])
            .Select(EverydayNames.Forms).ToHashSet();
        ShippedData.Rows(EverydayNames.FileName).Select(row => row[0]).Where(name => !forms.Contains(EverydayNames.Forms(name)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_general_concept_is_an_entry_of_the_vocabulary_and_listed_once()
    {
        var names = ConceptVocabulary.Default.Entries.Select(entry => entry.Name).ToHashSet();
        var general = ShippedData.Rows(GeneralConcepts.FileName).Select(row => row[0]).ToList();
        general.Where(name => !names.Contains(name)).ShouldBeEmpty();
        general.ShouldBeUnique();
        general.ShouldAllBe(name => GeneralConcepts.Contains(ConceptVocabulary.Default.Find(ConceptKey.Create(name))!.Key));
    }

    [Fact]
    public void Any_name_of_an_entry_finds_it() =>
        ConceptVocabulary.Default.Find(ConceptKey.Create("GRPO"))!.Name.ShouldBe("Group Relative Policy Optimization");
}
