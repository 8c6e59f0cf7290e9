namespace PaperGraph.Graph.Tests;

/// <summary>One concept, one node, whatever a paper calls it.</summary>
public sealed class ConceptNamesTests(SharedGraph graph) : IClassFixture<SharedGraph>
{
    private const string Query = """
        query($short: String!, $long: String!) {
          short: concept(by: { name: $short }) { ...whole }
          long: concept(by: { name: $long }) { ...whole }
        }
        fragment whole on Concept {
          id
          paperCount
          names { name mentionCount }
          papers(first: 100) { totalCount edges { evidence { quote } } }
        }
        """;

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
    [InlineData("DiT", "diffusion transformers")]
    [InlineData("RLHF", "reinforcement learning from human feedback")]
    [InlineData("3DGS", "3D Gaussian Splatting")]
    [InlineData("VQA", "visual question answering")]
    [InlineData("PPO", "proximal policy optimization")]
    public async Task Short_and_long_form_are_one_node_with_the_papers_of_both(string shortForm, string longForm)
    {
        SharedData.Require("hf-daily");
        var answer = (await graph.ExecuteAsync(Query, new { @short = shortForm, @long = longForm })).GetProperty("data");

        var concept = answer.GetProperty("short");
        concept.GetRawText().ShouldBe(answer.GetProperty("long").GetRawText());
        concept.GetProperty("papers").GetProperty("totalCount").GetInt32().ShouldBe(concept.GetProperty("paperCount").GetInt32());
        var quotes = concept.GetProperty("papers").GetProperty("edges").EnumerateArray()
            .Select(paper =>
                paper.GetProperty("evidence").EnumerateArray().Select(evidence => evidence.GetProperty("quote").GetString()!).ToList())
            .ToList();
        quotes.ShouldContain(paper => paper.Any(quote => IsShort(quote, shortForm)), $"no paper says {shortForm}");
        quotes.ShouldContain(paper => paper.Any(quote => !IsShort(quote, shortForm)), $"no paper says {longForm}");
    }

    private static bool IsShort(string quote, string shortForm) => quote.Contains(shortForm, StringComparison.OrdinalIgnoreCase);
}
