using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class PaperContextTests
{
    [Theory]
    [InlineData("QTF", "quick tensor folding")]
    [InlineData("sparse ZGS", "sparse zonal gradient shaping")]
    [InlineData("slow ZGS", "zonal gradient shaping")]
    [InlineData("folding", "quick tensor folding")]
    public void Another_name_of_the_paper_tells_what_a_name_means(string name, string meaning)
    {
        var paper = Build().Papers[0];

        paper.Names[ConceptKey.Create(name)]
            .ShouldBe(paper.Names[ConceptKey.Create(meaning)] with { ResolvedBy = MentionResolution.Document, Confidence = 0.7f });
    }

    [Theory]
    [InlineData("shaping")]
    [InlineData("LLM")]
    [InlineData("tensor")]
    public void What_two_names_tell_or_none_keeps_its_meaning(string name) =>
        Build().Papers[0].Names[ConceptKey.Create(name)].ResolvedBy.ShouldNotBe(MentionResolution.Document);

    [Fact]
    public void What_a_paper_means_by_a_name_holds_for_that_paper_alone()
    {
        var collection = Build();

        collection.Papers[1].Names["folding"].ConceptKey.ShouldBe("folding");
        collection.Concepts.Single(concept => concept.Key == "quicktensorfolding").Names.ShouldNotContain(name => name.Key == "folding");
    }

    private static ConceptCollection Build() => ConceptCollection.Build(
    [
        Paper(
            1,
            [
                ("quick tensor folding", 3), ("QTF", 2), ("folding", 2), ("zonal gradient shaping", 2), ("ZGS", 2), ("sparse ZGS", 1),
                ("sparse zonal gradient shaping", 1), ("slow ZGS", 1), ("shaping", 1), ("even shaping", 2), ("LLM", 1), ("late LLM", 2),
                ("tensor", 1),
            ],
            new AbbreviationPair("ZGS", "zonal gradient shaping", "zgs", "zonalgradientshaping")),
        Paper(2, [("folding", 2), ("quiet thermal fan", 1)], new AbbreviationPair("QTF", "quiet thermal fan", "qtf", "quietthermalfan")),
    ]);

    private static PaperNames Paper(long id, (string Name, int Mentions)[] names, AbbreviationPair defined) => new(
        id,
        [.. names.Select(name => new CountedName(
            ConceptKey.Create(name.Name), ConceptKind.Method, 1,
            [new SurfaceCount(name.Name, name.Mentions, TextField.Abstract, ConceptNameOrigin.Name)]))],
        [defined]);
}
