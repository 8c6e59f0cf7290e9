using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Tests;

public sealed class PipelinedReadsTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
{
    [Theory]
    [InlineData("select 1", "select 2", "select 3")]
    [InlineData("select 1", "select 1 / 0", "select 3")]
    [InlineData("select 1 / 0", "select 2", "select 3")]
    [InlineData("select 1", "select 2", "select from nowhere")]
    [InlineData("select 1 / 0", "select nothing", "select 3")]
    [InlineData("select 1 / 0")]
    public async Task A_statement_that_fails_spoils_its_own_read_alone(params string[] statements)
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var runner = new PipelinedReads(source, NullLogger<PipelinedReads>.Instance);

        // More than once: the second time statements are prepared.
        for (var time = 0; time < 3; time++)
        {
            var reads = statements.Select(statement => new NumberRead(statement)).ToList();
            await runner.RunAsync([.. reads.Cast<Read>()], CancellationToken.None);
            for (var i = 0; i < statements.Length; i++)
            {
                var fails = statements[i].Length > "select 1".Length;
                (reads[i].Failure is PostgresException).ShouldBe(fails, statements[i]);
                reads[i].Numbers.ShouldBe(fails ? [] : [i + 1]);
            }
        }
    }

    [Fact]
    public async Task Reads_of_one_batch_see_the_same_snapshot()
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var reads = new[] { "txid_current_snapshot()::text", "pg_sleep(0)::text || txid_current_snapshot()::text" }
            .Select(expression => new NumberRead($"select hashtext({expression})")).ToList();
        await new PipelinedReads(source, NullLogger<PipelinedReads>.Instance).RunAsync([.. reads.Cast<Read>()], CancellationToken.None);
        reads[0].Numbers.ShouldBe(reads[1].Numbers);
    }

    [Theory]
    [InlineData("select pg_terminate_backend(pg_backend_pid())::int")]
    [InlineData("select 1", "select pg_terminate_backend(pg_backend_pid())::int", "select 3")]
    public async Task A_database_that_goes_away_fails_all_reads_with_a_code_of_its_own(params string[] statements)
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var reads = statements.Select(statement => (Read)new NumberRead(statement)).ToList();

        await IsUnavailableAsync(source, reads);
    }

    [Fact]
    public async Task A_database_that_is_not_there_fails_all_reads_with_a_code_of_its_own()
    {
        await using var source = DataSources.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");

        await IsUnavailableAsync(source, [new NumberRead("select 1")]);
    }

    private static async Task IsUnavailableAsync(NpgsqlDataSource source, IReadOnlyList<Read> reads)
    {
        var runner = new PipelinedReads(source, NullLogger<PipelinedReads>.Instance);
        var exception = await Should.ThrowAsync<FieldFailureException>(async () => await runner.RunAsync(reads, CancellationToken.None));
        exception.Failure.Code.ShouldBe("DATABASE_UNAVAILABLE");
    }

    private sealed class NumberRead(string statement) : SqlRead
    {
        public List<int> Numbers { get; } = [];

        public override void Write(SqlText sql) => sql.AppendWords(statement);

        public override void Take(NpgsqlDataReader row) => Numbers.Add(row.GetInt32(0));

        public override object ValueFor(object parent) => Numbers;
    }
}
