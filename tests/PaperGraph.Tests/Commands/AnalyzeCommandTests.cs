using Npgsql;
using PaperGraph.Tests.Serving;

namespace PaperGraph.Tests.Commands;

public sealed class AnalyzeCommandTests(SampleDatabase sample) : IClassFixture<SampleDatabase>
{
    [Fact]
    public async Task It_tells_what_it_found_and_stores_that()
    {
        var ended = await RunAsync(sample.ConnectionString, "analyze", "--resolution", "2", "--damping", "0.5", "--seed", "7");

        ended.ExitCode.ShouldBe(0, ended.Error);
        var stored = await RowsAsync("""
            select a.damping || ' ' || a.resolution || ' ' || a.seed,
              format('%s nodes by %s edges', to_char(a.node_count, 'FM999,999'), to_char(a.edge_count, 'FM999,999')),
              format('%s communities, modularity %s.', a.community_count, to_char(a.modularity, 'FM0.000')),
              (select name from communities order by paper_count desc, id limit 1),
              (select count(*) from communities) = a.community_count and (select count(*) from papers) = a.paper_count,
              (select bool_and(rank_order > 0) and count(community_id) > 0 from paper_ranks)
            from analysis_runs a
            order by a.id desc
            limit 1
            """);
        stored[0].ShouldBe("0.5 2 7");
        ended.Out.ShouldContain($"Ranked {stored[1]} in ");
        ended.Out.ShouldContain($" seconds: {stored[2]}");
        ended.Out.ShouldContain($"\n  {stored[3]}  ");
        stored[4..].ShouldBe(["True", "True"]);
    }

    [Fact]
    public async Task A_graph_over_the_limit_is_left_as_it_is()
    {
        var before = await RowsAsync("select count(*), max(analyzed_at) from analysis_runs");

        var ended = await RunAsync(sample.ConnectionString, "analyze", "--max-size", "1000");

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldBe(
            "The graph takes more than 1.0 kB in memory. All is as it was before. "
            + "Where the machine has more, --max-size says how many bytes it may take.\n");
        (await RowsAsync("select count(*), max(analyzed_at) from analysis_runs")).ShouldBe(before);
    }

    [Theory]
    [InlineData("--damping", "1", "--damping 1 is no number from 0 to 0.999.")]
    [InlineData("--resolution", "0", "--resolution 0 is no number from 0.001 to 1000.")]
    public async Task A_number_out_of_its_range_is_refused(string option, string value, string message)
    {
        var ended = await RunAsync(sample.ConnectionString, "analyze", option, value);

        ended.ExitCode.ShouldBe(2);
        ended.Error.ShouldContain(message);
    }

    [Fact]
    public async Task Without_papers_there_is_nothing_to_analyze()
    {
        await using var empty = await TestDatabase.CreateEmptyAsync();

        var ended = await RunAsync(empty.ConnectionString, "analyze");

        ended.ExitCode.ShouldBe(1);
        ended.Error.ShouldContain("There are no papers in database ");
        ended.Error.ShouldEndWith(". Import some first, for example with papergraph import page.txt.\n");
    }

    private static async Task<PaperGraphProcess.Ended> RunAsync(string connectionString, params string[] arguments)
    {
        using var process = PaperGraphProcess.Start([.. arguments, "--database", connectionString]);
        return await process.EndAsync();
    }

    private async Task<string[]> RowsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(sample.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString()!)];
    }
}
