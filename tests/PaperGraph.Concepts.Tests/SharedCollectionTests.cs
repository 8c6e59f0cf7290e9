using System.Globalization;
using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Tests;

public sealed class SharedCollectionTests
{
    [SkippableTheory]
    [InlineData("GRPO", "Group Relative Policy Optimization")]
    [InlineData("LLM", "large language models")]
    [InlineData("MoE", "Mixture-of-Experts")]
    [InlineData("RLVR", "Reinforcement Learning with Verifiable Rewards")]
    [InlineData("NAS", "Neural Architecture Search")]
    [InlineData("PTQ", "post-training quantization")]
    [InlineData("LoRA", "low-rank adaptation")]
    [InlineData("ViT", "vision transformers")]
    [InlineData("KAN", "Kolmogorov-Arnold Networks")]
    [InlineData("DPO", "direct preference optimization")]
    [InlineData("SFT", "supervised fine-tuning")]
    [InlineData("RAG", "retrieval augmented generation")]
    [InlineData("CoT", "chain-of-thought")]
    [InlineData("MLLM", "multi-modal large language model")]
    [InlineData("VLM", "vision language models")]
    [InlineData("VLA", "Vision-Language-Action")]
    [InlineData("DiT", "diffusion transformers")]
    [InlineData("RLHF", "reinforcement learning from human feedback")]
    [InlineData("3DGS", "3D Gaussian Splatting")]
    [InlineData("VQA", "visual question answering")]
    [InlineData("PPO", "proximal policy optimization")]
    [InlineData("LDM", "latent diffusion models")]
    [InlineData("PEFT", "parameter-efficient fine-tuning")]
    [InlineData("SSM", "state space models")]
    [InlineData("OPD", "on-policy distillation")]
    [InlineData("CFG", "classifier-free guidance")]
    [InlineData("NeRF", "neural radiance fields")]
    [InlineData("PRM", "process reward models")]
    public void Short_and_long_form_are_one_concept_with_the_papers_of_both(string shortForm, string longForm)
    {
        SharedData.Require("hf-daily");
        var byShort = Called(shortForm);
        var byLong = Called(longForm);
        byShort.ShouldBe(byLong);
        var papers = Shared.Collection.Papers.Where(paper => paper.Concepts.Any(concept => concept.ConceptKey == byShort.Key)).ToList();
        papers.Count.ShouldBe(byShort.PaperCount);
        var keys = papers.SelectMany(paper => paper.Names.Where(name => name.Value.ConceptKey == byShort.Key).Select(name => name.Key))
            .ToHashSet();
        keys.ShouldContain(ConceptKey.Create(shortForm));
        keys.ShouldContain(ConceptKey.Create(longForm));
    }

    [SkippableFact]
    public void Every_mention_is_a_slice_of_its_text()
    {
        SharedData.Require("hf-daily");
        Shared.Papers.Count.ShouldBeGreaterThan(1_200);
        for (var i = 0; i < Shared.Papers.Count; i++)
            foreach (var mention in Shared.Extractions[i].Mentions)
                Shared.Papers[i].Text[mention.Field]!.Substring(mention.Start, mention.Length).ShouldBe(mention.Surface);
    }

    [SkippableFact]
    public void Keys_and_slugs_are_unique()
    {
        SharedData.Require("hf-daily");
        Shared.Collection.Concepts.Select(concept => concept.Key).ShouldBeUnique();
        Shared.Collection.Concepts.Select(concept => concept.Slug).ShouldBeUnique();
    }

    [SkippableFact]
    public void The_three_hundred_most_frequent_concepts_are_what_an_expert_would_name()
    {
        SharedData.Require("hf-daily");
        Snapshot.Match(
        string.Join('\n', Shared.Collection.Concepts
            .OrderByDescending(concept => concept.PaperCount).ThenBy(concept => concept.Key, StringComparer.Ordinal).Take(300)
            .Select(concept => string.Create(CultureInfo.InvariantCulture, $"{concept.PaperCount,4}  {concept.Kind,-8}{concept.Name}"))),
        "most-frequent-concepts");
    }

    private static Concept Called(string name) => Shared.Collection.Concepts
        .Where(concept => concept.Names.Any(known => known.Key == ConceptKey.Create(name)))
        .MaxBy(concept => concept.PaperCount)!;
}
