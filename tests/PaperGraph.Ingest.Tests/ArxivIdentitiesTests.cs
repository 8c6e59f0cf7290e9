using PaperGraph.Model;

namespace PaperGraph.Ingest.Tests;

public sealed class ArxivIdentitiesTests
{
    [Theory]
    [InlineData("arXiv:2405.00001v2", "2405.00001")]
    [InlineData("math.GT/0309136", "math/0309136")]
    [InlineData("math/0309136", "math/0309136")]
    [InlineData("https://arxiv.org/abs/math.GT/0309136v1", "math/0309136")]
    [InlineData("soon", null)]
    public void A_paper_is_found_by_any_form_of_its_arXiv_id(string text, string? key) => ArxivIds.ParseKey(text).ShouldBe(key);

    [Fact]
    public async Task What_is_looked_up_is_what_is_stored()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(ImportSource.Text("knots.json", """
            [{"paper": {"id": "math.GT/0309136v2", "title": "Knots in a Garden Hose", "summary": "We untie them.", "authors": []}}]
            """));

        (await database.RowsAsync("select arxiv_id, key, slug from papers join paper_keys on paper_id = id and kind = 'ARXIV'"))
            .ShouldBe($"math.GT/0309136 | {ArxivIds.ParseKey("MATH/0309136")} | math.gt-0309136");
    }
}
