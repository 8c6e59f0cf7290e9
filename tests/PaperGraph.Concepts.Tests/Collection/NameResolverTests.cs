using PaperGraph.Concepts.Collection;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class NameResolverTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Theory]
    [InlineData("gains of up to 46% (GPT-4) over others", "GPT-4")]
    [InlineData("growth past the top 4 (GPT-4) of all", "GPT-4")]
    [InlineData("8-bit floating point (FP8) beside 4-bit floating point (FP4)", "FP8")]
    [InlineData("the Massive Multi-discipline Multimodal Understanding (MMMU) exam", "MMMU")]
    [InlineData("the American Invitational Mathematics Examination (AIME) exam", "AIME")]
    [InlineData("Scalable Interpolant Transformers (SiT)", "SiT")]
    public void A_name_of_the_vocabulary_keeps_its_name_whatever_a_text_says(string phrase, string name)
    {
        var collection = Build(
            ("On judges", $"We compare {phrase}."), ("On others", $"We compare {name} with people, and train on {name}."));

        foreach (var paper in collection.Papers)
            paper.Names.GetValueOrDefault(ConceptKey.Create(name)).ConceptKey.ShouldBe(ConceptKey.Create(name));
        collection.Concepts.Single(concept => concept.Key == ConceptKey.Create(name)).Name.ShouldBe(name);
    }

    [Fact]
    public void What_spells_out_a_name_of_the_vocabulary_is_the_same_concept()
    {
        var paper = Build(("On exams", "We test on Massive Multi-discipline Multimodal Understanding (MMMU).")).Papers[0];

        paper.Names["massivemultidisciplinemultimodalunderstanding"].ConceptKey.ShouldBe("mmmu");
    }

    [Theory]
    [InlineData("Sprocket: Wheels of All Kinds", "Sprocket turns wheels. We like Sprocket, as Sprocket is round.")]
    [InlineData("On wheels", "We introduce Sprocket, a wheel of thin metal. Sprocket is round.")]
    public void What_a_paper_coins_is_its_own(string title, string text)
    {
        var collection = Build(
            ("On tools", "We propose slow pruning of rocket engines (Sprocket) for wheels of thin metal. Sprocket is slow."),
            ("On more tools", "Slow pruning of rocket engines (Sprocket) works for wheels of thin metal. Sprocket is slow."),
            (title, text));

        collection.Papers[2].Names["sprocket"].ShouldBe(new ResolvedName("sprocket", MentionResolution.Text, 0.95f));
        collection.Papers[0].Names["sprocket"].ConceptKey.ShouldNotBe("sprocket");
    }

    /// <summary>RMT is an alias of the Recurrent Memory Transformer, OASIS a dataset's name; GRPO is known by its alias.</summary>
    [Theory]
    [InlineData("RMT: On Stones", "We introduce RMT, a way with stones.", "rmt", "rmt")]
    [InlineData("OASIS: A Pond in Sand", "We introduce OASIS, a pond in sand.", "oasis", "oasis")]
    [InlineData("Magma: A Fluid of Stones", "We present Magma, a fluid of stones.", "magma", "magma")]
    public void A_name_that_a_paper_coins_is_certain_also_where_the_vocabulary_has_it(
        string title, string text, string name, string concept)
    {
        var resolved = Build((title, text)).Papers[0].Names[name];

        resolved.ConceptKey.ShouldBe(concept);
        resolved.Confidence.ShouldBe(0.95f);
    }

    [Theory]
    [InlineData("Twin Networks for Stones", "Twin networks share stones.", "twinnetwork", "Twins")]
    [InlineData("On Stones", "We use VoCo for stones.", "voco", "Vocos")]
    public void A_proper_name_needs_its_s(string title, string text, string name, string entry) =>
        Build((title, text)).Papers[0].Names.GetValueOrDefault(name).ConceptKey.ShouldNotBe(ConceptKey.Create(entry));

    [Theory]
    [InlineData("We train on the KnotRig dataset. The KnotRig dataset is large. KnotRig is free.", "knotrig", "KnotRig")]
    [InlineData("We use vanilla KnotRig. A vanilla KnotRig is cheap. KnotRig is not.", "knotrig", "KnotRig")]
    [InlineData("We train on the KnotRig dataset.", "knotrig", "KnotRig dataset")]
    public void A_concept_is_called_without_words_that_do_not_count(string text, string key, string name) =>
        Build(("On ropes", text)).Concepts.Single(concept => concept.Key == key).Name.ShouldBe(name);

    [Fact]
    public void An_alias_that_many_papers_use_is_no_name_that_a_title_coins()
    {
        var others = Enumerable.Range(1, 5).Select(i => ($"On stones {i}", $"We use GRPO for stones of kind {i}."));
        var paper = Build([("GRPO: A Survey", "GRPO is in wide use."), .. others]).Papers[0];

        paper.Names["grpo"].ConceptKey.ShouldBe(ConceptKey.Create("Group Relative Policy Optimization"));
    }

    [Theory]
    [InlineData("GM", "gradient matching", "graph matching")]
    [InlineData("RS", "region search", "regret search")]
    [InlineData("LS", "local search", "location search")]
    public void Different_long_forms_of_one_short_form_are_different_concepts(string shortForm, string first, string second)
    {
        var collection = Build(
            ("One", $"We introduce {first} ({shortForm}) for stones. {shortForm} is cheap."),
            ("Two", $"We introduce {second} ({shortForm}) for stones. {shortForm} is cheap."));

        var key = ConceptKey.Create(shortForm);
        collection.Papers[0].Names[key].ConceptKey.ShouldNotBe(collection.Papers[1].Names[key].ConceptKey);
    }

    [Theory]
    [InlineData("We train a mixture of encoders (MoE). The MoE is cheap, and our MoE runs alone.", "moe", "mixtureofencoder")]
    [InlineData(
        "We lower programs to an intermediate representation (IR). Our IR is typed; the IR is small.", "ir", "intermediaterepresentation")]
    [InlineData("We look for general answers (GAN). A GAN is kept.", "gan", "generalanswer")]
    public void What_a_paper_defines_holds_in_it_though_its_words_are_general(string text, string name, string concept) =>
        Build(("Three", text)).Papers[0].Names[name].ShouldBe(new ResolvedName(concept, MentionResolution.Document, 0.95f));

    [Fact]
    public void One_definition_alone_is_no_reading_for_papers_on_other_things()
    {
        var paper = Resolve(defining: 1, sharedNames: []);

        paper.Names["zgs"].ShouldBe(new ResolvedName("zgs", MentionResolution.Text, 0.8f));
    }

    [Fact]
    public void One_definition_is_a_sense_for_papers_on_the_same_things() =>
        Resolve(defining: 1, sharedNames: ["ripple tank"]).Names["zgs"].ResolvedBy.ShouldBe(MentionResolution.Collection);

    [Fact]
    public void Two_definitions_are_a_sense_for_all_papers() => Resolve(defining: 2, sharedNames: []).Names["zgs"].ShouldBe(
        new ResolvedName("zonalgradientshaping", MentionResolution.Collection, 0.8f * 2 / 3));

    [Fact]
    public void A_name_that_many_papers_use_and_few_define_stands_for_itself() =>
        Resolve(defining: 2, sharedNames: [], users: 30).Names["zgs"].ResolvedBy.ShouldBe(MentionResolution.Text);

    [Fact]
    public void A_word_in_small_letters_is_no_short_form() =>
        Resolve(defining: 3, sharedNames: [], surface: "zgs").Names["zgs"].ResolvedBy.ShouldBe(MentionResolution.Text);

    [Fact]
    public void Short_forms_with_several_senses_stay_unresolved()
    {
        var collection = ConceptCollection.Build(
        [
            Paper(1, ["ZGS"], ("ZGS", "zonal gradient shaping")), Paper(2, ["ZGS"], ("ZGS", "zonal gradient shaping")),
            Paper(3, ["ZGS"], ("ZGS", "zigzag group search")), Paper(4, ["ZGS"]),
        ]);

        collection.Papers[3].Names.ContainsKey("zgs").ShouldBeFalse();
    }

    /// <summary>The last paper of a collection in which some define ZGS and it uses it.</summary>
    private static ResolvedPaper Resolve(int defining, string[] sharedNames, int users = 1, string surface = "ZGS") =>
        ConceptCollection.Build(
    [
        .. Enumerable.Range(1, defining)
        .Select(id => Paper(id, ["ZGS", "zonal gradient shaping", .. sharedNames], ("ZGS", "zonal gradient shaping"))),
        .. Enumerable.Range(defining + 1, users).Select(id => Paper(id, [surface, "quiet thermal fan", .. sharedNames])),
    ]).Papers[^1];

    private static PaperNames Paper(long id, string[] names, params (string Short, string Long)[] abbreviations) => new(
        id,
        [.. names.Select(name => new CountedName(
            ConceptKey.Create(name), ConceptKind.Method, 1, [new SurfaceCount(name, 1, TextField.Abstract, ConceptNameOrigin.Text)]))],
        [.. abbreviations.Select(
            pair => new AbbreviationPair(pair.Short, pair.Long, ConceptKey.Create(pair.Short), ConceptKey.Create(pair.Long)))]);

    private static ConceptCollection Build(params (string Title, string Abstract)[] papers) => ConceptCollection.Build(
        [.. papers.Select((paper, i) => PaperNames.From(i, Extractor.Extract(new PaperText(paper.Title, paper.Abstract))))]);
}
