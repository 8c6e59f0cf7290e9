using PaperGraph.Concepts.Abbreviations;

namespace PaperGraph.Concepts.Tests.Abbreviations;

public sealed class AbbreviationFinderTests
{
    [Theory]
    [InlineData("We use group relative policy optimization (GRPO) here.", "GRPO = group relative policy optimization")]
    [InlineData("Large Language Models (LLMs) are big.", "LLMs = Large Language Models")]
    [InlineData("We study Mixture-of-Experts (MoE) layers.", "MoE = Mixture-of-Experts")]
    [InlineData("GRPO (Group Relative Policy Optimization) is stable.", "GRPO = Group Relative Policy Optimization")]
    [InlineData("We train by low-rank adaptation (LoRA).", "LoRA = low-rank adaptation")]
    [InlineData("reinforcement learning with verifiable rewards (RLVR)", "RLVR = reinforcement learning with verifiable rewards")]
    [InlineData("a Kolmogorov-Arnold Network [KAN] learns", "KAN = Kolmogorov-Arnold Network")]
    [InlineData("the word error rate (WER, lower is better)", "WER = word error rate")]
    [InlineData("scores on the Massive Multitask Language Understanding (MMLU) test", "MMLU = Massive Multitask Language Understanding")]
    [InlineData("new text-to-image (T2I) models", "T2I = text-to-image")]
    [InlineData("an explainable artificial intelligence (XAI)", "XAI = explainable artificial intelligence")]
    [InlineData("AI for Science (AI4S) grows.", "AI4S = AI for Science")]
    [InlineData("by asynchronous advantage actor-critic (A3C)", "A3C = asynchronous advantage actor-critic")]
    [InlineData("an In-Context Complex Co-Design (I3CD)", "I3CD = In-Context Complex Co-Design")]
    [InlineData("of triiodothyronine (T3) in blood", "T3 = triiodothyronine")]
    [InlineData("the importance sampling (IS) of tokens", "IS = importance sampling")]
    [InlineData("the first level of even viscosity 1 (FLEV(1)) was", "FLEV(1) = first level of even viscosity 1")]
    [InlineData("of the barrier (blood-brain barrier, BBB) in rats", "BBB = blood-brain barrier")]
    [InlineData("We train text-to-image(T2I) models.", "T2I = text-to-image")]
    [InlineData("the gene/paired box factor 6 (PAX6)", "PAX6 = paired box factor 6")]
    [InlineData("two flaws--persistent truncus arteriosus (PTA) and", "PTA = persistent truncus arteriosus")]
    [InlineData("by Simon's Diversity Index (SDI) alone", "SDI = Simon's Diversity Index")]
    [InlineData("after **Token Order Search (TOS)** we stop", "TOS = Token Order Search")]
    [InlineData("by the Query-Aware Text Search Agent (QTSA)", "QTSA = Query-Aware Text Search Agent")]
    [InlineData("electroencephalography (EEG)", "EEG = electroencephalography")]
    [InlineData("the What You See Is What You Get (WYSIWYG) editor", "WYSIWYG = What You See Is What You Get")]
    [InlineData("by bottom-up rock search (BURS) alone", "BURS = bottom-up rock search")]
    [InlineData("the Rock-Turing NLG 530B (RT-NLG) model", "RT-NLG = Rock-Turing NLG 530B")]
    [InlineData("the epinephrine (E) level", "E = epinephrine")]
    public void A_definition_gives_both_forms(string text, string expected) => Pairs(text, false).ShouldBe([expected]);

    [Theory]
    [InlineData("Our method (see Figure 3) works well.")]
    [InlineData("It was better by 3 points (p < 0.05) than before.")]
    [InlineData("Many models (left) and the data (right) are shown.")]
    [InlineData("We improve the accuracy (from 70 to 80) on it.")]
    [InlineData("It reacts with platinum in Pt(II) ions.")]
    [InlineData("The inhibitor CFTR(inh)-172 works.")]
    [InlineData("We look into visual prompts; (iv) we measure.")]
    [InlineData("The gain is large (a mean of ten points over all).")]
    [InlineData("in area (a room of very even ancient walls)")]
    [InlineData("It is induced by penicilloylated bovine IgG (BPG).")]
    [InlineData("We ask what knowledge of long-horizon task planning and allocation (Know) adds.")]
    [InlineData("The tool makes gains of up to 46% (GPT-4), more than others.")]
    [InlineData("It gives people the top 40 (GPT-4) of all.")]
    [InlineData("The fields are mainly divided into rocks (MDR) and stones.")]
    [InlineData("This model achieves good scores (MAGS) on it.")]
    [InlineData("We see that faster is better (FIB+) here.")]
    [InlineData("Tasks of old (2) and fewer great oranges (TOFGO).")]
    [InlineData("The results (Table 2) hold. An open bracket (never closes")]
    public void Other_brackets_define_nothing(string text) => Pairs(text, false).ShouldBeEmpty();

    [Theory]
    [InlineData("DOVE: Direct Optimization of Visual Encoders for Search", "DOVE = Direct Optimization of Visual Encoders")]
    [InlineData("LoRA: Low-Rank Adaptation in Practice", "LoRA = Low-Rank Adaptation")]
    public void A_title_may_define_its_own_name(string title, string expected) => Pairs(title, true).ShouldBe([expected]);

    [Fact]
    public void Offsets_point_to_both_forms()
    {
        const string text = "By post-training quantization (PTQ) we save memory.";
        var found = AbbreviationFinder.Find(text, isTitle: false).ShouldHaveSingleItem();
        text.Substring(found.ShortStart, found.Short.Length).ShouldBe("PTQ");
        text.Substring(found.LongStart, found.Long.Length).ShouldBe("post-training quantization");
    }

    private static List<string> Pairs(string text, bool isTitle) =>
        AbbreviationFinder.Find(text, isTitle).ConvertAll(pair => $"{pair.Short} = {pair.Long}");
}
