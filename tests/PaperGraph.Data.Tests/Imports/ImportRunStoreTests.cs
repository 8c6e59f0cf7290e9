using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Imports;

public sealed class ImportRunStoreTests(MigratedDatabase database) : DatabaseTests(database)
{
    private static readonly DateTimeOffset Now = PageOf.Now;

    private const string Runs = "select state, sources, pages, papers_added, problems, finished_at is null from import_runs order by id";

    [Fact]
    public async Task A_run_begins_and_ends_with_what_it_did()
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        var id = await ImportRunStore.BeginAsync(connection, ["pages/", "-"], Now, CancellationToken.None);
        (await RowsAsync(Runs)).ShouldBe("RUNNING | pages/, - | 0 | 0 | 0 | yes");

        await ImportRunStore.EndAsync(
            connection, id, ImportState.Done, new ImportCounts(Pages: 3, PapersAdded: 197, Problems: 1), Now, CancellationToken.None);

        (await RowsAsync(Runs)).ShouldBe("DONE | pages/, - | 3 | 197 | 1 | no");
    }

    [Fact]
    public async Task A_run_whose_process_is_gone_is_marked_as_interrupted_and_one_that_goes_on_is_not()
    {
        await using var alive = await DataSource.OpenConnectionAsync();
        await using (var gone = new NpgsqlConnection($"{ConnectionString};Pooling=false"))
        {
            await gone.OpenAsync();
            await ImportRunStore.BeginAsync(gone, ["gone"], Now, CancellationToken.None);
            await ImportRunStore.BeginAsync(alive, ["alive"], Now, CancellationToken.None);
            await using var kill = DataSource.CreateCommand($"select pg_terminate_backend({gone.ProcessID}, 5000)");
            await kill.ExecuteScalarAsync();
        }

        await using var next = await DataSource.OpenConnectionAsync();
        await ImportRunStore.BeginAsync(next, ["next"], Now, CancellationToken.None);

        (await RowsAsync("select sources, state from import_runs order by id")).ShouldBe("""
            gone | INTERRUPTED
            alive | RUNNING
            next | RUNNING
            """);
    }

    [Fact]
    public async Task A_problem_that_is_met_again_stays_with_the_run_that_met_it_first()
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        var first = await ImportRunStore.BeginAsync(connection, ["a"], Now, CancellationToken.None);
        var second = await ImportRunStore.BeginAsync(connection, ["a"], Now, CancellationToken.None);
        var problem = new ProblemRow("daily-papers-text", "a.txt", 7, null, "· ·", "This fits no layout.");

        (await AddAsync(first, problem, problem)).ShouldBe(1);
        (await AddAsync(second, problem, problem with { Line = 8 }, problem with { Column = 1 })).ShouldBe(2);

        (await RowsAsync("""select import_run_id, file, line, "column", words from import_problems order by id""")).ShouldBe($"""
            {first} | a.txt | 7 |  | · ·
            {second} | a.txt | 8 |  | · ·
            {second} | a.txt | 7 | 1 | · ·
            """);
    }

    private Task<int> AddAsync(long run, params ProblemRow[] problems) =>
        CommitAsync(t => ImportProblemUpserts.AddAsync(t, run, problems, CancellationToken.None));
}
