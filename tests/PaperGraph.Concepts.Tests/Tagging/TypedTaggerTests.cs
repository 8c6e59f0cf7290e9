using PaperGraph.Concepts.Candidates;
using PaperGraph.Concepts.Tagging;
using PaperGraph.Concepts.Text;
using PaperGraph.Concepts.Vocabulary;

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

    private static List<(string Name, ConceptKind Kind)> Tagged(string text)
    {
        var field = AnalyzedField.Of(PaperField.Abstract, text);
        var buffers = new TaggingBuffers();
        var tags = PosTagger.Default.Tag(field.Tokens, field.Sentences, field.IsTitleCase, buffers);
        var hits = Gazetteer.Find(field.Text, field.Tokens, field.Parts, field.IsTitleCase);
        var context = new TypedContext(field, tags, NounPhrases.Chunks(field, tags), hits, new PaperWordCounts([field]));
        return TypedTagger.Default.Tag(context, buffers)
            .ConvertAll(span => (text[field.Parts[span.FirstPart].Start..field.Parts[span.EndPart - 1].End], span.Kind));
    }
}
