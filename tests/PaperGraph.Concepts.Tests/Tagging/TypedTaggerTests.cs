using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Tagging;

/// <summary>The weights that PaperGraph ships, on names that no vocabulary and no training text hold.</summary>
public sealed class TypedTaggerTests
{
    private static readonly Gazetteer Gazetteer = new(ConceptVocabulary.Default, CommonWords.Generic);

    [Theory]
    [InlineData("We fine-tune Qwen9-VL-7B on the new data set.", "Qwen9-VL-7B", ConceptKind.Model)]
    [InlineData("Our network, named FrobNet, outperforms all previous methods.", "FrobNet", ConceptKind.Model)]
    [InlineData("We train a FrobGAN that generates images.", "FrobGAN", ConceptKind.Model)]
    [InlineData("We add dropout to the deepest layers.", "dropout", ConceptKind.Method)]
    [InlineData("It is trained with knowledge distillation.", "knowledge distillation", ConceptKind.Method)]
    [InlineData("We evaluate on the FrobQA dataset.", "FrobQA", ConceptKind.Dataset)]
    [InlineData("We evaluate on image classification and semantic segmentation.", "semantic segmentation", ConceptKind.Task)]
    [InlineData("The method reaches a higher BLEU score.", "BLEU score", ConceptKind.Metric)]
    public void A_name_has_its_kind_by_form_and_context(string text, string name, ConceptKind kind)
    {
        var spans = Tagged(text);
        spans.ShouldContain(span => span.Name.StartsWith(name, StringComparison.Ordinal) && span.Kind == kind, string.Join(", ", spans));
    }

    [Theory]
    [InlineData("We quickly train the sparse router of tokens.", "We quickly train the .")]
    [InlineData("It is trained, and then slowly pruned.", "It is trained , and then slowly pruned .")]
    [InlineData("The mixture of experts works.", "The .")]
    public void What_stands_apart_from_noun_phrases_is_outside_without_a_look_at_it(string text, string outside)
    {
        var (context, buffers) = Context(text);
        buffers.Features.Start(context.Sentences[0].Count);
        TypedTagger.MarkOutside(buffers.Features, context, context.Sentences[0]);
        string.Join(' ', context.Field.Tokens.Where((_, i) => buffers.Features.Known(i) == 0).Select(token => token.Surface))
            .ShouldBe(outside);
    }

    private static List<(string Name, ConceptKind Kind)> Tagged(string text)
    {
        var (context, buffers) = Context(text);
        var parts = context.Field.Parts;
        return TypedTagger.Default.Tag(context, buffers)
            .ConvertAll(span => (text[parts[span.FirstPart].Start..parts[span.EndPart - 1].End], span.Kind));
    }

    private static (TypedContext Context, TaggingBuffers Buffers) Context(string text)
    {
        var field = AnalyzedField.Create(TextField.Abstract, text);
        var buffers = new TaggingBuffers();
        var tags = PosTagger.Default.Tag(field.Tokens, field.Sentences, field.IsTitleCase, buffers);
        var hits = Gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase);
        return (new TypedContext(field, tags, NounPhrases.Chunks(field, tags), hits, new PaperWordCounts([field])), buffers);
    }
}
