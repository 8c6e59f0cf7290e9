using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

namespace PaperGraph.Concepts.Tests.Vocabulary;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Names = new(
        ConceptVocabulary.Of(
        [
            new VocabularyEntry("Language Model", ConceptKind.Model, ["LM"], [], "test"),
            new VocabularyEntry("Large Language Model", ConceptKind.Model, ["LLM"], [], "test"),
            new VocabularyEntry("ALIGN", ConceptKind.Model, [], [], "test"),
            new VocabularyEntry("Cascade", ConceptKind.Model, [], [], "test"),
            new VocabularyEntry("Pruning", ConceptKind.Method, [], [], "test"),
            new VocabularyEntry("GloveBox-2", ConceptKind.Dataset, [], [], "test"),
        ]),
        CommonWords.Generic);

    [Theory]
    [InlineData("we train large language models", "Large Language Model")]
    [InlineData("two LLMs and one LM", "Large Language Model, Language Model")]
    [InlineData("large-language-model based", "Large Language Model")]
    [InlineData("we align the two", "")]
    [InlineData("against ALIGN and others", "ALIGN")]
    [InlineData("music by Cascade and others", "Cascade")]
    [InlineData("a cascade", "")]
    [InlineData("Cascade is how it falls", "")]
    [InlineData("pruning, and Pruning", "Pruning, Pruning")]
    [InlineData("on GloveBox-2", "GloveBox-2")]
    [InlineData("on GloveBox-2-Hard", "")]
    [InlineData("LLM-based", "Large Language Model")]
    [InlineData("LLM-7B", "Large Language Model")]
    public void Names_are_found_in_their_spelling(string text, string expected)
    {
        var tokens = Tokenizer.Tokens(text);
        var hits = Names.Find(text, tokens, WordPart.Of(tokens), isTitleCase: false);
        string.Join(", ", hits.Select(hit => hit.Entry.Name)).ShouldBe(expected);
    }

    [Fact]
    public void In_a_title_a_capital_makes_no_name()
    {
        const string title = "The Loudest Cascade in Town";
        var tokens = Tokenizer.Tokens(title);
        Names.Find(title, tokens, WordPart.Of(tokens), isTitleCase: true).ShouldBeEmpty();
    }
}
