using PaperGraph.Concepts.Collection;

namespace PaperGraph.Concepts.Tests.Collection;

public sealed class QuantizationTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(5, 4, 8)]
    [InlineData(64, 64, 64)]
    [InlineData(65, 64, 128)]
    public void Counts_are_powers_of_two(int count, int down, int up) =>
        (Quantization.Down(count), Quantization.Up(count)).ShouldBe((down, up));

    [Theory]
    [InlineData(7, 7, 1f)]
    [InlineData(199, 200, 0.95f)]
    [InlineData(7, 10, 0.7f)]
    [InlineData(0, 3, 0f)]
    public void Shares_are_twentieths(int part, int whole, float share) => Quantization.Share(part, whole).ShouldBe(share);

    [Fact]
    public void What_all_papers_share_is_hardly_specific_and_what_one_paper_names_is_wholly()
    {
        ConceptNaming.Specificity(1_000, 1_000).ShouldBeLessThan(0.01f);
        ConceptNaming.Specificity(1, 1_000).ShouldBe(1);
    }

    [Fact]
    public void One_more_paper_seldom_changes_how_specific_a_concept_is() =>
        Enumerable.Range(1, 1_000).Select(papers => ConceptNaming.Specificity(Math.Min(300, papers), papers)).Distinct().Count()
            .ShouldBeLessThan(20);
}
