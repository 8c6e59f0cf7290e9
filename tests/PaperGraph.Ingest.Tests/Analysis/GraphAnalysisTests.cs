using PaperGraph.Data.Analysis;
using PaperGraph.Ingest.Analysis;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Tests.Analysis;

public sealed class GraphAnalysisTests
{
    private const string Tables = "papers concepts topics organizations repositories authors";

    [Fact]
    public async Task The_first_import_ranks_every_node_and_the_average_is_1()
    {
        await using var database = await ImportDatabase.CreateAsync();

        await database.ImportAsync(SamplePages.Monday, SamplePages.Search, SamplePages.Json);

        foreach (var table in Tables.Split(' '))
        {
            var node = table == "repositories" ? "repository" : table[..^1];
            (await database.RowsAsync($"""
                select (select count(*) from {table}) = count(*) and count(*) > 0 and min(rank_order) >= 0
                from {node}_ranks
                """)).ShouldBe("yes", table);
        }
        (await database.RowsAsync("""
            select abs(avg(rank_order) - 1) < 0.001, count(*) = (select node_count from analysis_runs)
            from (
                select rank_order from paper_ranks union all select rank_order from concept_ranks
                union all select rank_order from topic_ranks union all select rank_order from organization_ranks
                union all select rank_order from repository_ranks union all select rank_order from author_ranks) ranks
            """)).ShouldBe("yes | yes");
    }

    [Fact]
    public async Task It_is_not_due_before_a_twentieth_of_the_papers_is_new()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        await database.ImportAsync(SamplePages.Monday);
        (await RunsAsync(database)).ShouldBe("1", "nothing is new");

        await database.RowsAsync("update analysis_runs set paper_count = 40");
        await database.ImportAsync(SamplePages.Search);
        (await RunsAsync(database)).ShouldBe("1", "one of forty is new");

        await database.RowsAsync("update analysis_runs set paper_count = 39");
        await database.ImportAsync(SamplePages.Search);
        (await RunsAsync(database)).ShouldBe("2");
    }

    [Fact]
    public async Task By_other_rules_it_is_due_and_keeps_the_options_of_the_last_one()
    {
        await using var database = await ImportDatabase.CreateAsync();
        await database.ImportAsync(SamplePages.Monday);
        await AnalyzeAsync(database, new AnalysisOptions
        {
            PageRank = new PageRankOptions { Damping = 0.5 },
            Communities = new LeidenOptions { Resolution = 2, Seed = 7 },
        });
        await database.RowsAsync("update analysis_runs set version = 'of before'");

        await database.ImportAsync(SamplePages.Monday);

        (await database.RowsAsync("select version, damping, resolution, seed from analysis_runs order by id desc limit 1"))
            .ShouldBe($"{AnalysisGraph.Version} | 0.5 | 2 | 7");
    }

    [Fact]
    public async Task Without_papers_there_is_nothing_to_analyze()
    {
        await using var database = await ImportDatabase.CreateAsync();

        (await AnalyzeAsync(database, new AnalysisOptions())).ShouldBeNull();
        (await new GraphAnalysis(database.DataSource, TimeProvider.System).RunIfDueAsync(null, CancellationToken.None)).ShouldBeNull();
    }

    private static Task<string> RunsAsync(ImportDatabase database) => database.RowsAsync("select count(*) from analysis_runs");

    private static Task<AnalysisRun?> AnalyzeAsync(ImportDatabase database, AnalysisOptions options) =>
        new GraphAnalysis(database.DataSource, TimeProvider.System).RunAsync(options, null, CancellationToken.None);
}
