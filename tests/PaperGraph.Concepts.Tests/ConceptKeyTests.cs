using System.Runtime.Loader;

namespace PaperGraph.Concepts.Tests;

public sealed class ConceptKeyTests
{
    [Theory]
    [InlineData("Large Language Models", "large language model")]
    [InlineData("fine-tuning", "Finetuning")]
    [InlineData("fine tuning", "Finetuning")]
    [InlineData("LLMs", "LLM")]
    [InlineData("mixture-of-experts", "Mixture of Expert")]
    [InlineData("the ImageNet dataset", "ImageNet")]
    [InlineData("GRPO algorithm", "GRPO")]
    [InlineData("reinforcement learning from verifiable rewards", "reinforcement learning with verifiable reward")]
    [InlineData("Kolmogorov–Arnold Networks", "Kolmogorov-Arnold network")]
    [InlineData("low-rank matrices", "low rank matrix")]
    [InlineData("chain-of-thought method", "chain of thought")]
    [InlineData("Low-Rank Adaptation (LoRA)", "low-rank adaptation")]
    [InlineData("reinforcement learning (RL)", "reinforcement learning")]
    [InlineData("Fréchet Inception Distance", "Frechet inception distance")]
    [InlineData("Schro\u0308dinger bridge", "Schrödinger Bridge")]
    [InlineData("eﬃcient ＧＰＴ－４", "efficient GPT-4")]
    [InlineData("FlowNet 2.0", "FlowNet2")]
    [InlineData("Matching Nets", "matching network")]
    [InlineData("U-Net", "UNet")]
    [InlineData("quantisation-aware optimiser", "quantization-aware optimizer")]
    [InlineData("topic modelling", "topic modeling")]
    [InlineData("colour of behaviours", "color of behavior")]
    [InlineData("needle-in-a-haystack", "Needle in A Haystack")]
    [InlineData("vanilla GRPO", "GRPO")]
    [InlineData("a frozen ViT backbone", "ViT")]
    [InlineData("the CIFAR-10 database", "CIFAR-10")]
    [InlineData("KV caches", "KV cache")]
    [InlineData("viruses", "virus")]
    [InlineData("cylindrical lenses", "cylindrical lens")]
    [InlineData("movies", "movie")]
    [InlineData("ResNets", "ResNet")]
    [InlineData("Schr\\\"odinger bridge", "Schrödinger Bridge")]
    [InlineData("Schr{\\\"o}dinger bridge", "Schrodinger bridge")]
    [InlineData("Erd\\H{o}s–R{\\'e}nyi graphs", "Erdős–Rényi graph")]
    [InlineData("Polyak-{\\L}ojasiewicz condition", "Polyak-Łojasiewicz condition")]
    [InlineData("Gau{\\ss} map", "Gauß map")]
    [InlineData("S{\\o}rensen index", "Sørensen Index")]
    [InlineData("$\\tau$-bench", "τ-bench")]
    [InlineData("$\\ell_1$ norm", "ℓ₁ norm")]
    [InlineData("Q&amp;A pairs", "Q&A pair")]
    [InlineData("Poincar&eacute; ball", "Poincaré ball")]
    [InlineData("🚀 LLM agent", "LLM agent")]
    [InlineData("⚡️LoRA", "LoRA")]
    public void Spellings_of_one_name_have_one_key(string first, string second) =>
        ConceptKey.Create(first).ShouldBe(ConceptKey.Create(second));

    [Theory]
    [InlineData("reward model", "reward")]
    [InlineData("diffusion model", "diffusion")]
    [InlineData("text-to-image", "image-to-text")]
    [InlineData("GPT-4", "GPT-4o")]
    [InlineData("GPT-3", "GPT-3.5")]
    [InlineData("VBench 2.0", "VBench")]
    [InlineData("CIFAR-10", "CIFAR-100")]
    [InlineData("YOLO v1", "YOLO v2")]
    [InlineData("frozen layers", "layers")]
    [InlineData("sparse GRPO", "GRPO")]
    [InlineData("IJB-A", "IJB")]
    [InlineData("A-Mem", "Mem")]
    [InlineData("C++", "C")]
    [InlineData("loss", "los")]
    [InlineData("JoyNexus", "JoyNexu")]
    [InlineData("PrivacyLens", "PrivacyLen")]
    [InlineData("caches", "cach")]
    [InlineData("Σ-Mem", "Mem")]
    [InlineData("attention (sparse)", "attention")]
    public void Names_of_two_things_have_two_keys(string first, string second) =>
        ConceptKey.Create(first).ShouldNotBe(ConceptKey.Create(second));

    [Theory]
    [InlineData("")]
    [InlineData(" -- ")]
    [InlineData("$")]
    public void What_holds_no_letter_has_no_key(string name) => ConceptKey.Create(name).ShouldBe("");

    [Fact]
    public void A_broken_surrogate_is_no_reason_to_fail() => ConceptKey.Create("GPT\ud800 4").ShouldNotBeEmpty();

    /// <summary>In an assembly of which nothing was used before, and no vocabulary loaded.</summary>
    [Fact]
    public void A_key_may_be_the_first_thing_that_is_asked_for()
    {
        var fresh = new AssemblyLoadContext(nameof(ConceptKeyTests), isCollectible: true);
        var type = fresh.LoadFromAssemblyPath(typeof(ConceptKey).Assembly.Location).GetType(typeof(ConceptKey).FullName!)!;

        type.GetMethod(nameof(ConceptKey.Create), [typeof(string)])!.Invoke(null, ["PrivacyLenses"])
            .ShouldBe(ConceptKey.Create("PrivacyLenses"));

        fresh.Unload();
    }
}
