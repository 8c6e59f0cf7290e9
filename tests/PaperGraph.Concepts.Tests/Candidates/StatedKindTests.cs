using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class StatedKindTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Theory]
    [InlineData("", "We release KnotRig, a large and noisy benchmark for folding.", "KnotRig", ConceptKind.Dataset)]
    [InlineData("", "KnotRig is a compact vision model that folds.", "KnotRig", ConceptKind.Model)]
    [InlineData("", "We propose KnotRig, a model compression method.", "KnotRig", ConceptKind.Method)]
    [InlineData("", "We present KnotRig (short for knots), a suite of datasets.", "KnotRig", ConceptKind.Dataset)]
    [InlineData("", "We score it by a metric called KnotRig.", "KnotRig", ConceptKind.Metric)]
    [InlineData("", "It wins on benchmarks such as FoldRig, KnotRig and TieRig.", "KnotRig", ConceptKind.Dataset)]
    [InlineData("", "It beats models including FoldRig and KnotRig.", "KnotRig", ConceptKind.Model)]
    [InlineData("KnotRig: A Large Corpus of Folded Ropes", "We use KnotRig.", "KnotRig", ConceptKind.Dataset)]
    [InlineData("KnotRig: Benchmarking Folded Ropes", "We use KnotRig.", "KnotRig", ConceptKind.Dataset)]
    [InlineData("", "We compare KnotRig-7B with others.", "KnotRig-7B", ConceptKind.Model)]
    [InlineData("", "We propose {KnotRig}, an iterative folding method.", "KnotRig", ConceptKind.Method)]
    [InlineData("", "We propose a framework for long folding tasks, dubbed KnotRig.", "KnotRig", ConceptKind.Method)]
    [InlineData("", "We introduce KnotRig, a measure of tension.", "KnotRig", ConceptKind.Metric)]
    [InlineData("", "KnotRig measures tension. KnotRig, a rope model, folds.", "KnotRig", ConceptKind.Model)]
    [InlineData("", "We evaluate on KnotBench.", "KnotBench", ConceptKind.Dataset)]
    public void A_name_is_what_the_text_says(string title, string text, string name, ConceptKind kind) =>
        Extractor.Extract(new PaperText(title, text)).Mentions.First(mention => mention.Surface == name).Kind.ShouldBe(kind);
}
