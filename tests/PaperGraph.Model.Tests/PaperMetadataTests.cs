namespace PaperGraph.Model.Tests;

public sealed class PaperMetadataTests
{
    [Fact]
    public void A_DOI_is_in_lower_case() => Create(doi: "10.1000/ABC").Doi.ShouldBe("10.1000/abc");

    [Theory]
    [InlineData(null, "10.48550/arXiv.2312.03876", "2312.03876")]
    [InlineData("2406.01234", "10.48550/arXiv.2312.03876", "2406.01234")]
    [InlineData(null, "10.1000/2312.03876", null)]
    [InlineData(null, null, null)]
    public void The_arXiv_id_is_the_stated_one_or_that_of_a_DOI_of_arXiv(string? stated, string? doi, string? id) =>
        Create(stated, doi).ArxivId.ShouldBe(id);

    private static ListedPaper Create(string? arxivId = null, string? doi = null) =>
        new() { Title = "A Meadow", Rank = 1, ArxivId = arxivId, Doi = doi };
}
