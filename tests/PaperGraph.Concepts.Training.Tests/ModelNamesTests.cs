using PaperGraph.Model;

namespace PaperGraph.Concepts.Training.Tests;

public sealed class ModelNamesTests
{
    [Theory]
    [InlineData("BERT", true)]
    [InlineData("ResNet-101", true)]
    [InlineData("FrobNet", true)]
    [InlineData("FrobNet-50", true)]
    [InlineData("FrobFormer", true)]
    [InlineData("gated frobnication networks", true)]
    [InlineData("dropout", false)]
    [InlineData("knowledge distillation", false)]
    [InlineData("quick frobnication", false)]
    [InlineData("the internet", false)]
    [InlineData("FROB", null)]
    [InlineData("FrobSort", null)]
    public void A_network_is_a_model_a_technique_is_not_and_a_coined_name_may_be_either(string name, bool? isModel) =>
        ModelNames.IsModel(name).ShouldBe(isModel);

    [Fact]
    public void A_replaced_name_is_another_of_its_kind_and_the_same_wherever_it_stands()
    {
        var replacement = new MentionReplacement(
            [new("ZetaNet", ConceptKind.Model, [], [], ""), new("QuizQA", ConceptKind.Dataset, [], [], "")]);
        var document = Text(
            "BERT on SQuAD: a BERT with dropout", ("BERT", ConceptKind.Method), ("SQuAD", ConceptKind.Dataset),
            ("dropout", ConceptKind.Method));
        var text = replacement.Replace(document).Sections[0];

        text.Spans.Select(span => span.Kind).ShouldBe([ConceptKind.Method, ConceptKind.Dataset, ConceptKind.Method, ConceptKind.Method]);
        var names = text.Spans.Select(span => text.Text[span.Start..span.End]).ToList();
        names[0].ShouldStartWith("ZetaNet");
        names[1].ShouldBe("QuizQA");
        names[2].ShouldBe(names[0]);
        names[3].ShouldBe("dropout");
        text.Text.ShouldBe($"{names[0]} on QuizQA: a {names[0]} with dropout");
    }

    private static AnnotatedDocument Text(string text, params (string Name, ConceptKind Kind)[] names) =>
        new([new AnnotatedText(text, [.. names.SelectMany(name => Spans(text, name.Name, name.Kind)).OrderBy(span => span.Start)])]);

    private static IEnumerable<AnnotatedSpan> Spans(string text, string name, ConceptKind kind)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            yield return new AnnotatedSpan(at, at + name.Length, kind, null);
    }
}
