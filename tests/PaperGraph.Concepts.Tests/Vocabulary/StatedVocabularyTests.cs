using PaperGraph.Concepts.Collection;
using PaperGraph.Concepts.Vocabulary;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Vocabulary;

/// <summary>What sources state of methods and datasets, beside the shipped vocabulary.</summary>
public sealed class StatedVocabularyTests
{
    private static readonly ConceptVocabulary Shipped = ConceptVocabulary.Create([
        new VocabularyEntry("Gradual Pacing", ConceptKind.Method, ["GAP"], [], "test"),
        new VocabularyEntry("Steps-10", ConceptKind.Dataset, ["Steps10 Corpus"], [], "test"),
        new VocabularyEntry("BANG", ConceptKind.Model, [], [], "test"),
    ]);

    [Fact]
    public void A_short_name_is_a_name_of_what_it_is_short_for() => Describe(Method("HOP", "High-Order Pacing")).ShouldBe(
        "High-Order Pacing (METHOD): HOP | found by HOP, High-Order Pacing");

    [Fact]
    public void Statements_of_one_full_name_are_one_and_so_is_what_has_its_short_name_alone() => Describe(
        Method("HOP", "High-Order Pacing"), Method("Hop", "High-order pacing"), Method("HOP")).ShouldBe(
        "Hop (METHOD): HOP, High-Order Pacing, High-order pacing | found by HOP, High-Order Pacing, High-order pacing, Hop");

    [Fact]
    public void A_short_name_of_several_is_a_sense_of_each_and_by_itself_a_thing_of_its_own() => Describe(
        Method("HOP", "High-Order Pacing"), Method("HOP", "Hot Oval Paths"), Method("HOP")).ShouldBe("""
            High-Order Pacing (METHOD): HOP | found by HOP, High-Order Pacing
            HOP (METHOD): - | found by HOP
            Hot Oval Paths (METHOD): HOP | found by HOP, Hot Oval Paths
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_shipped_gets_the_names_that_are_stated_of_it() => Describe(
        Method("Gradual pacing", null, "paced gradually"), Dataset("Steps-10", "Ten Steps of 10", "Walks")).ShouldBe("""
            Gradual Pacing (METHOD): GAP, Gradual pacing, paced gradually | found by Gradual pacing, paced gradually
            Steps-10 (DATASET): Steps10 Corpus, Ten Steps of 10, Walks | found by Ten Steps of 10, Walks
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_called_like_something_else_is_none_of_it() => Describe(
        Dataset("GAP"), Method("Steps-10"), Method("BANG", "Balanced averaging"), Dataset("GAP", "Galleries of Paintings")).ShouldBe("""
            Balanced averaging (METHOD): - | found by BANG, Balanced averaging
            Galleries of Paintings (DATASET): - | found by GAP, Galleries of Paintings
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_name_that_several_have_leads_to_them_and_joins_nothing() => Describe(
        Dataset("Walks", null, "Paths", "Strolls"), Dataset("Routes", null, "Paths", "Walks")).ShouldBe("""
            Routes (DATASET): - | found by Paths, Routes, Walks
            Walks (DATASET): Strolls | found by Paths, Strolls, Walks
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_full_name_of_other_numbers_spells_nothing_out() => Describe(
        Dataset("Walks-400", "Walks of People"), Dataset("Walks-600", "Walks of People")).ShouldBe("""
            Walks-400 (DATASET): - | found by Walks of People, Walks-400
            Walks-600 (DATASET): - | found by Walks of People, Walks-600
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_order_in_which_they_are_stated_and_how_often_does_not_matter()
    {
        StatedNames[] stated =
        [
            Method("HOP", "High-Order Pacing"), Method("HOP"), Dataset("HOP"), Method("Hop", "High-order pacing", "Hopping"),
            Dataset("Hopping", null, "GAP"), Method("GAP", "Gradual pacing"), Dataset("Walks", "HOP", "Steps-10"), Method("", "?"),
        ];
        var random = new Random(1);
        for (var i = 0; i < 20; i++)
        {
            var shuffled = stated.Concat(stated.Take(random.Next(4))).ToArray();
            random.Shuffle(shuffled);
            Describe(shuffled).ShouldBe(Describe(stated));
        }
    }

    [Fact]
    public void What_no_paper_names_is_a_concept_and_what_papers_name_is_told_by_the_name_that_is_stated()
    {
        var vocabulary = Shipped.With([Method("HOP", "High-Order Pacing", "pace hopping"), Dataset("Walks")]);
        PaperNames Paper(int id, params string[] names) => new(
            id,
            [
                .. names.Select(name => new CountedName(
                    ConceptKey.Create(name), ConceptKind.Other, 0.5f,
                    [new SurfaceCount(name, 1, TextField.Abstract, ConceptNameOrigin.Name)])),
            ],
            []);

        var none = ConceptCollection.Build([], vocabulary);
        var both = ConceptCollection.Build([Paper(1, "pace hopping"), Paper(2, "HOP", "high-order pacing")], vocabulary);

        static string Tell(ConceptCollection collection) => string.Join('\n', collection.Concepts.Select(concept =>
            $"{concept.Slug} {EnumName.For(concept.Kind)} {concept.PaperCount}: "
            + string.Join(", ", concept.Names.Select(name => $"{name.Name} {name.MentionCount} {EnumName.For(name.Origin)}"))));
        Tell(none).ShouldBe("""
            high-order-pacing METHOD 0: High-Order Pacing 0 STATED, HOP 0 STATED, pace hopping 0 STATED
            walks DATASET 0: Walks 0 STATED
            """.ReplaceLineEndings("\n"));
        none.Concepts.ShouldAllBe(concept => concept.Specificity == 1);
        Tell(both).ShouldBe("""
            high-order-pacing METHOD 2: HOP 1 NAME, high-order pacing 1 NAME, pace hopping 1 NAME, High-Order Pacing 0 STATED
            walks DATASET 0: Walks 0 STATED
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_short_name_means_nothing_by_itself_where_others_are_short_for_it_too()
    {
        var vocabulary = Shipped.With([Method("HOP", "High-Order Pacing"), Dataset("HOP")]);
        var paper = new PaperNames(
            1,
            [new CountedName("hop", ConceptKind.Other, 0.5f, [new SurfaceCount("HOP", 1, TextField.Abstract, ConceptNameOrigin.Name)])],
            []);

        ConceptCollection.Build([paper], vocabulary).Papers.ShouldHaveSingleItem().Names.ShouldBeEmpty();
        ConceptCollection.Build([paper], Shipped.With([Dataset("HOP")])).Papers[0].Names["hop"].ConceptKey.ShouldBe("hop");
    }

    private static StatedNames Method(string name, string? fullName = null, params string[] others) =>
        new(ConceptKind.Method, name, fullName, others);

    private static StatedNames Dataset(string name, string? fullName = null, params string[] others) =>
        new(ConceptKind.Dataset, name, fullName, others);

    private static string Describe(params StatedNames[] stated) => string.Join('\n', Shipped.With(stated).Entries
        .Where(entry => entry.IsStated)
        .OrderBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .Select(entry => $"{entry.Name} ({EnumName.For(entry.Kind)}): "
            + $"{string.Join(", ", entry.Aliases.DefaultIfEmpty("-"))} | found by {string.Join(", ", entry.StatedNames)}"));
}
