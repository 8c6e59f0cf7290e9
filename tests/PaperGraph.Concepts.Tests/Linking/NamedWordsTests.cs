using PaperGraph.Concepts.Linking;

namespace PaperGraph.Concepts.Tests.Linking;

public sealed class NamedWordsTests
{
    [Theory]
    [InlineData("rethinking outperform outperforming open intensive framework", "")]
    [InlineData("verified reevaluating getting supervised self wise", "supervised")]
    [InlineData("scalable downstream finding", "")]
    [InlineData("sparse attention kernel garment quantization", "sparse attention kernel garment quantization")]
    [InlineData("lvbench zzyzx", "lvbench zzyzx")]
    public void A_word_is_told_that_says_what_papers_are_about(string words, string told) =>
        string.Join(' ', words.Split(' ').Where(NamedWords.Contains)).ShouldBe(told);
}
