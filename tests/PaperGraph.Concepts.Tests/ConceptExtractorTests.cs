using FsCheck;
using FsCheck.Fluent;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests;

public sealed class ConceptExtractorTests
{
    private static readonly ConceptExtractor Extractor = new();

    [Fact]
    public void Known_names_definitions_and_phrases_are_mentions()
    {
        var keys = Keys(
            "Cheaper Routers for Sparse Models",
            "We train a mixture of experts with zonal gradient shaping (ZGS). Zonal gradient shaping beats LoRA on GSM8K. "
            + "A widget cascade calibrator decides; the widget cascade calibrator is small.");
        keys.ShouldContain("mixtureofexpert");
        keys.ShouldContain("zonalgradientshaping");
        keys.ShouldContain("zgs");
        keys.ShouldContain("lora");
        keys.ShouldContain("gsm8k");
        keys.ShouldContain("widgetcascadecalibrator");
    }

    [Theory]
    [InlineData("Our model improves performance. Training is fast and the results are good.")]
    [InlineData("State-of-the-art performance of 8B and 70B in 2D and 3D.")]
    [InlineData("Users want more. Prompts spell it out, layers handle it, and every change raises accuracy.")]
    [InlineData("The model architecture and the training procedure need a computational budget.")]
    [InlineData("A 512-token budget, a 2.5times speedup and 40K steps suffice.")]
    [InlineData("It has attracted significant interest, with actionable insights and fewer parameters.")]
    [InlineData("Following Smith et al. (2020), we extend Ode-Lee et al. [2022] and (van den Berg et al., 2022; Rossi and Kim, 2021).")]
    [InlineData("Each model uniquely needs it. The model quotes it verbatim.")]
    [InlineData("It attracted attention. We end with recommendations.")]
    [InlineData("We sat at the table. We act, we clip, we align, and we whisper.")]
    public void Generic_words_verbs_and_sizes_are_no_mentions(string text) => Keys("", text).ShouldBeEmpty();

    [Theory]
    [InlineData("We present a frobnicator cascade incorporating quiet widgets.", "frobnicatorcascade")]
    [InlineData("We present a frobnicator cascade called Zonal Widget Rig.", "frobnicatorcascade")]
    [InlineData("We present a novel frobnicator cascade.", "frobnicatorcascade")]
    [InlineData("The camera sends visual tokens to it.", "visualtoken")]
    [InlineData("It has notable widget folding capabilities.", "widgetfolding")]
    [InlineData("The frobnicator cascade process is fast.", "frobnicatorcascade")]
    [InlineData("We propose a layer-wise widget folding.", "layerwisewidgetfolding")]
    [InlineData("It runs with 4-bit widget folding.", "4bitwidgetfolding")]
    [InlineData("We propose a text-to-video diffusion model.", "texttovideodiffusionmodel")]
    public void A_phrase_is_what_is_named_and_no_more(string text, string key) =>
        Keys("", text).ShouldContain(key, string.Join(", ", Keys("", text)));

    [Theory]
    [InlineData("It is sparse, layer-wise and fast.", "layerwise")]
    [InlineData("It has notable widget folding capabilities.", "widgetfoldingcapability")]
    [InlineData("They attracted considerable widget interest.", "attractedconsiderablewidgetinterest")]
    [InlineData("We compare with accessible Zubaru-3.5.", "accessiblezubaru35")]
    public void What_only_describes_is_no_part_of_a_phrase(string text, string key) => Keys("", text).ShouldNotContain(key);

    [Fact]
    public void A_name_of_the_vocabulary_has_its_kind()
    {
        var mentions = Extractor.Extract(new PaperText("BERT on SQuAD", "We report the F1 score of question answering.")).Mentions;
        mentions.Single(mention => mention.Surface == "BERT").Kind.ShouldBe(ConceptKind.Model);
        mentions.Single(mention => mention.Surface == "SQuAD").Kind.ShouldBe(ConceptKind.Dataset);
        mentions.Single(mention => mention.Surface == "F1 score").Kind.ShouldBe(ConceptKind.Metric);
        mentions.Single(mention => mention.Surface == "question answering").Kind.ShouldBe(ConceptKind.Task);
    }

    [Theory]
    [InlineData("The FrobQA benchmark holds ten thousand questions.", "FrobQA", ConceptKind.Dataset)]
    [InlineData("The FrobQA model holds ten billion weights.", "FrobQA", ConceptKind.Model)]
    [InlineData("The FrobQA algorithm needs ten steps.", "FrobQA", ConceptKind.Method)]
    public void A_name_is_of_the_kind_that_the_text_calls_it(string text, string name, ConceptKind kind) =>
        Extractor.Extract(new PaperText("", text)).Mentions.Single(
            mention => mention.Surface.StartsWith(name, StringComparison.Ordinal)).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("We tune Qwen2.5-9B here.", "Qwen2.5")]
    [InlineData("A BERT-based ranker.", "BERT")]
    public void A_name_may_lead_a_hyphenated_word(string text, string surface) =>
        Extractor.Extract(new PaperText("", text)).Mentions.ShouldContain(mention => mention.Surface == surface);

    [Theory]
    [InlineData("We train 🚀 LLM agents with 🔥LoRA🔥 adapters.", "LLM agents", "llmagent")]
    [InlineData("The Schr\\\"odinger bridge is exact.", "Schr\\\"odinger bridge", "schrodingerbridge")]
    [InlineData("We propose Σ-Mem here.", "Σ-Mem", "σmem")]
    public void A_mention_is_a_slice_without_emoji_and_with_all_of_a_letter(string text, string surface, string key)
    {
        var mention = Extractor.Extract(new PaperText("", text)).Mentions.Single(mention => mention.Key == key);
        mention.Surface.ShouldBe(surface);
        text.Substring(mention.Start, mention.Length).ShouldBe(surface);
    }

    [Theory]
    [InlineData("We train Large Reconstruction Models (LRMs) on it.", "lrm = largereconstructionmodel")]
    [InlineData("Convolutional (CNN) and Recurrent (RNN) Neural Networks are old.", "")]
    [InlineData("Quadratic (QP) and Linear (LP) Programs are solved.", "")]
    [InlineData("We reach state-of-the-art (SOTA) results.", "")]
    public void A_definition_of_general_words_counts_where_the_vocabulary_knows_it(string text, string pairs) =>
        string.Join(", ", Extractor.Extract(new PaperText("", text)).Abbreviations.Select(pair => $"{pair.ShortKey} = {pair.LongKey}"))
            .ShouldBe(pairs);

    [Fact]
    public void A_name_in_a_longer_name_is_not_taken_for_it() => Keys("", "Robust on ImageNet-Q.").ShouldNotContain("imagenet");

    [Theory]
    [InlineData("We introduce Trace, a tool. With Trace rocks walk.", "Trace")]
    [InlineData("This paper presents Proofread, a feature.", "Proofread")]
    [InlineData("RockRank sorts rocks. We call it RockRank. We propose RockRank.", "RockRank")]
    public void What_a_paper_introduces_is_a_mention_wherever_it_stands(string text, string name) =>
        Extractor.Extract(new PaperText("", text)).Mentions
        .Where(mention => mention.Surface.Contains(name, StringComparison.Ordinal))
        .Select(mention => (mention.Start, mention.Surface))
        .ShouldBe(System.Text.RegularExpressions.Regex.Matches(text, name).Select(place => (place.Index, name)));

    [Theory]
    [InlineData("Water around an Oasis of Sand", "An oasis has water. Each oasis is green. Oasis is green.", false)]
    [InlineData("Sand", "We plan for Oasis.", true)]
    public void A_plain_word_is_no_name_that_the_vocabulary_has_in_capitals(string title, string text, bool isName) =>
        Keys(title, text).Contains("oasis").ShouldBe(isName);

    [Fact]
    public void Surfaces_are_slices_whatever_the_text() => Prop.ForAll<string?, string?>((title, text) =>
    {
        var paper = new PaperText(title ?? "", text);
        foreach (var mention in Extractor.Extract(paper).Mentions)
            paper[mention.Field]!.Substring(mention.Start, mention.Length).ShouldBe(mention.Surface);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_paper_without_an_abstract_has_the_names_of_its_title() =>
        Keys("Attention Sinks in Diffusion Transformers", null).ShouldContain("diffusiontransformer");

    private static List<string> Keys(string title, string? text) =>
        [.. Extractor.Extract(new PaperText(title, text)).Mentions.Select(mention => mention.Key).Distinct()];
}
