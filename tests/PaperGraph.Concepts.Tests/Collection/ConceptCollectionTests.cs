using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class ConceptCollectionTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Fact]
    public void Long_and_short_form_are_one_concept()
    {
        var collection = Build(
            "We extend zonal gradient shaping (ZGS) to speech.",
            "Zonal gradient shaping (ZGS) is unstable.",
            "ZGS is slow, says this paper, which tells of ZGS (zonal gradient shaping).");

        var concept = Called(collection, "ZGS");
        Called(collection, "zonal gradient shaping").ShouldBe(concept);
        concept.PaperCount.ShouldBe(3);
        concept.Names.Select(name => name.Key).Distinct().Order(StringComparer.Ordinal).ShouldBe(["zgs", "zonalgradientshaping"]);
    }

    [Fact]
    public void A_paper_means_by_a_short_form_what_it_defines()
    {
        var collection = Build(
            "We use quick tensor folding (QTF).", "We use quick tensor folding (QTF).", "We use quick tensor folding (QTF).",
            "We use quiet thermal fans (QTF).");

        var odd = collection.Papers[3].Names["qtf"];
        odd.ResolvedBy.ShouldBe(MentionResolution.Document);
        odd.ConceptKey.ShouldBe("quietthermalfan");
    }

    [Theory]
    [InlineData("complex networks", false)]
    [InlineData("Complex networks", true)]
    [InlineData("web text", false)]
    [InlineData("WebText", true)]
    public void A_proper_name_needs_a_capital(string name, bool isKnown)
    {
        var key = ConceptKey.Create(name);
        var surface = new SurfaceCount(name, 1, TextField.Abstract, ConceptNameOrigin.Text);
        var collection = ConceptCollection.Build([new PaperNames(1, [new CountedName(key, ConceptKind.Other, 1, [surface])], [])]);

        collection.Concepts.Any(concept => concept.Name is "ComplEx" or "WebText").ShouldBe(isKnown);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_papers_does_not_matter(int seed)
    {
        string[] texts =
        [
            "We use quick tensor folding (QTF) for large language models (LLMs).", "Quick tensor foldings (QTF) are fast.",
            "Quiet thermal fans (QTF) and an LLM.", "We like LLMs and quick-tensor folding.",
        ];
        var papers = texts.Select((text, i) => PaperNames.From(i, Extractor.Extract(new PaperText("On something", text)))).ToArray();
        var shuffled = papers.ToArray();
        new Random(seed).Shuffle(shuffled);

        Describe(ConceptCollection.Build(shuffled)).ShouldBe(Describe(ConceptCollection.Build(papers)));
    }

    private static ConceptCollection Build(params string[] abstracts) => ConceptCollection.Build(
        [.. abstracts.Select((text, i) => PaperNames.From(i, Extractor.Extract(new PaperText("On something", text))))]);

    private static Concept Called(ConceptCollection collection, string name) =>
        collection.Concepts.Single(concept => concept.Names.Any(known => known.Key == ConceptKey.Create(name)));

    private static string Describe(ConceptCollection collection) => string.Join('\n', collection.Concepts.Select(concept =>
        $"{concept.Key} {concept.Slug} {concept.Name} {concept.Kind} {concept.PaperCount} {concept.Specificity} "
        + string.Join(',', concept.Names)));
}
