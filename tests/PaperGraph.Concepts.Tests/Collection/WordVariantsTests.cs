using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class WordVariantsTests
{
    [Theory]
    [InlineData("vision language model", "visual language models")]
    [InlineData("retrieval-augmented generation", "retrieval augmented generations")]
    [InlineData("post-training quantization", "post-train quantized")]
    [InlineData("recursive self-improvement", "recursively self-improving")]
    [InlineData("removal network", "remove network")]
    [InlineData("group relative policy optimization", "group-relative policy optimizer")]
    [InlineData("large language model", "a large language model")]
    [InlineData("monte carlo tree search", "monte carlo search")]
    public void One_long_form_may_be_worded_in_several_ways(string first, string second) => AreVariants(first, second).ShouldBeTrue();

    [Theory]
    [InlineData("gradient matching", "graph matching")]
    [InlineData("region matching", "regret matching")]
    [InlineData("mass flow", "mask flow")]
    [InlineData("process model", "program model")]
    [InlineData("local search", "location search")]
    [InlineData("general model", "generative model")]
    [InlineData("model flow", "modal flow")]
    [InlineData("shape space", "share space")]
    [InlineData("static search", "statistical search")]
    [InlineData("graph matching", "graph matching of stones and sticks")]
    public void Different_words_are_different_long_forms(string first, string second) => AreVariants(first, second).ShouldBeFalse();

    private static bool AreVariants(string first, string second)
    {
        var there = WordVariants.AreVariants(WordVariants.Content(first), WordVariants.Content(second));
        WordVariants.AreVariants(WordVariants.Content(second), WordVariants.Content(first)).ShouldBe(there);
        return there;
    }
}
