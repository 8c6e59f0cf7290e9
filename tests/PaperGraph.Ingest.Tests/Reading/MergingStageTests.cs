using PaperGraph.Data.Papers;

namespace PaperGraph.Ingest.Tests.Reading;

/// <summary>Papers that were merged by another precedence of sources are merged anew.</summary>
public sealed class MergingStageTests
{
    [Fact]
    public async Task Papers_are_merged_anew_where_the_precedence_is_another_and_only_then()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday, SamplePages.Json);
        var told = await database.TellStatedAsync();
        (await database.RowsAsync("select version from stage_states where stage = 'MERGING'")).ShouldBe(SourceRank.Version);

        await database.RowsAsync("update papers set url = 'https://example.org/' where arxiv_id is not null");
        await database.ImportAsync(new ImportOptions { ChunkSize = 1 }, SamplePages.Monday);
        (await database.RowsAsync("select count(*) from papers where url = 'https://example.org/'")).ShouldBe("1");

        await database.RowsAsync("update stage_states set version = '0' where stage = 'MERGING'");
        await database.ImportAsync(new ImportOptions { ChunkSize = 1 }, SamplePages.Monday);

        (await database.RowsAsync("select count(*) from papers where url = 'https://example.org/'")).ShouldBe("0");
        (await database.RowsAsync("select version from stage_states where stage = 'MERGING'")).ShouldBe(SourceRank.Version);
        (await database.TellStatedAsync()).ShouldBe(told);
    }
}
