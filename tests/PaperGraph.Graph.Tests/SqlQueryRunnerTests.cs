using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Tests;

public sealed class SqlQueryRunnerTests(GraphDatabase graph) : IClassFixture<GraphDatabase>
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
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);

        // More than once: the second time statements are prepared.
        for (var time = 0; time < 3; time++)
        {
            var queries = statements.Select(statement => new NumberQuery(statement)).ToList();
            await runner.RunAsync([.. queries.Cast<DataRequest>()], CancellationToken.None);
            for (var i = 0; i < statements.Length; i++)
            {
                var fails = statements[i].Length > "select 1".Length;
                (queries[i].Failure is PostgresException).ShouldBe(fails, statements[i]);
                queries[i].Numbers.ShouldBe(fails ? [] : [i + 1]);
            }
        }
    }

    [Theory]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public async Task A_statement_of_more_parameters_than_there_can_be_fails_its_own_read_alone(int parameters, bool isAnswered)
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        NumberQuery[] queries = [new("select 1"), new("select cardinality(array[") { Parameters = parameters }, new("select 3")];

        await new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance).RunAsync(queries, CancellationToken.None);

        queries.Select(query => query.Numbers.SingleOrDefault()).ShouldBe([1, isAnswered ? parameters : 0, 3]);
        if (isAnswered) return;
        var failure = queries[1].Failure.ShouldBeOfType<FieldFailureException>().Failure;
        failure.Code.ShouldBe("INPUT_SIZE_LIMIT");
        failure.Message.ShouldBe(
            "The arguments bring more than 65535 values into one statement. Filter by fewer values, or in several requests.");
    }

    [Theory]
    [InlineData("select pg_sleep(600)::text::int")]
    [InlineData("select 1", "select pg_sleep(600)::text::int", "select 3")]
    public async Task What_is_cancelled_PostgreSQL_stops_doing(params string[] statements)
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        await using var watch = NpgsqlDataSource.Create(graph.ConnectionString);
        await using var atWork = watch.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and wait_event = 'PgSleep'");
        using var over = new CancellationTokenSource();

        var queries = statements.Select(DataRequest (statement) => new NumberQuery(statement)).ToList();
        var run = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance).RunAsync(queries, over.Token).AsTask();
        while ((long)(await atWork.ExecuteScalarAsync())! == 0) run.IsCompleted.ShouldBeFalse();
        await over.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(run);
        (await atWork.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task Reads_of_one_batch_see_the_same_snapshot()
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var queries = new[] { "txid_current_snapshot()::text", "pg_sleep(0)::text || txid_current_snapshot()::text" }
            .Select(expression => new NumberQuery($"select hashtext({expression})")).ToList();
        await new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance)
            .RunAsync([.. queries.Cast<DataRequest>()], CancellationToken.None);
        queries[0].Numbers.ShouldBe(queries[1].Numbers);
    }

    [Theory]
    [InlineData("select pg_terminate_backend(pg_backend_pid())::int")]
    [InlineData("select 1", "select pg_terminate_backend(pg_backend_pid())::int", "select 3")]
    public async Task A_database_that_goes_away_fails_all_reads_with_a_code_of_its_own(params string[] statements)
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var queries = statements.Select(statement => (DataRequest)new NumberQuery(statement)).ToList();

        await IsUnavailableAsync(source, queries);
    }

    [Fact]
    public async Task A_database_that_is_not_there_fails_all_reads_with_a_code_of_its_own()
    {
        await using var source = DataSources.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");

        await IsUnavailableAsync(source, [new NumberQuery("select 1")]);
    }

    [Fact]
    public async Task What_a_batch_that_failed_among_its_rows_was_to_prepare_is_prepared_by_the_next()
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        var before = await BackendAsync(runner);
        await AnswersAsync(runner, "select 1");
        var failing = new NumberQuery("select 1 / (3 - g) from generate_series(1, 3) g");
        var behind = new NumberQuery("select 1");

        await runner.RunAsync([failing, behind], CancellationToken.None);

        failing.Failure.ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
        behind.Numbers.ShouldBe([1]);
        await AnswersAsync(runner, "select 1", "select 2");
        (await BackendAsync(runner)).ShouldBe(before);
    }

    [Fact]
    public async Task What_a_batch_that_its_client_gave_up_was_to_prepare_is_prepared_by_the_next()
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        var before = await BackendAsync(runner);
        await AnswersAsync(runner, "select 1", "select 2");
        using var leaving = new CancellationTokenSource();
        var endless = new NumberQuery("select g from generate_series(1, 10000000) g") { Taken = leaving.Cancel };

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await runner.RunAsync([endless, new NumberQuery("select 1"), new NumberQuery("select 2")], leaving.Token));

        await AnswersAsync(runner, "select 1", "select 2");
        await AnswersAsync(runner, "select 1");
        (await BackendAsync(runner)).ShouldBe(before);
    }

    [Theory]
    [InlineData("deallocate all")]
    [InlineData("discard all")]
    public async Task What_PostgreSQL_has_forgotten_of_a_connection_is_asked_over_another(string forget)
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        for (var time = 0; time < 5; time++)
        {
            // Never the same words twice: what comes again is prepared, and forgotten with the others.
            if (time > 2) await ExecuteAsync(source, $"{forget} /* {time} */");
            await AnswersAsync(runner, "select 1", "select 2");
            if (time > 2) await ExecuteAsync(source, $"{forget} /* {time} again */");
            await AnswersAsync(runner, "select 1");
        }
    }

    [Fact]
    public async Task A_connection_that_was_ended_while_it_lay_idle_is_noticed_by_nobody()
    {
        await using var source = DataSources.Create(graph.ConnectionString);
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        for (var time = 0; time < 3; time++)
        {
            await AnswersAsync(runner, "select 1", "select 2");
            await using var other = new NpgsqlConnection(graph.ConnectionString + ";Pooling=false");
            await other.OpenAsync();
            await using var end = new NpgsqlCommand(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> "
                + "pg_backend_pid()", other);
            await end.ExecuteNonQueryAsync();
            await AnswersAsync(runner, "select 1");
        }
    }

    [Fact]
    public async Task A_table_that_is_altered_after_a_statement_was_prepared_spoils_nothing()
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        await ExecuteAsync(source, "create table altered as select 1 as number");
        for (var time = 0; time < 3; time++) await AnswersAsync(runner, "select * from altered");

        await ExecuteAsync(source, "alter table altered add column word text");

        await AnswersAsync(runner, "select * from altered");
    }

    [Fact]
    public async Task Whoever_finds_all_connections_in_use_waits_and_is_then_told_to_come_again()
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Maximum Pool Size=1;Timeout=1");
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        await using (var taken = await source.OpenConnectionAsync())
        {
            var exception = await Should.ThrowAsync<FieldFailureException>(
                async () => await runner.RunAsync([new NumberQuery("select 1")], CancellationToken.None));
            exception.Failure.Message.ShouldBe("All connections of the server to its database are in use. Ask again in a moment.");
            exception.Failure.Code.ShouldBe("DATABASE_UNAVAILABLE");
            exception.Failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(1));
            exception.Failure.Extensions!["retryAfter"].ShouldBe(1);
        }

        await AnswersAsync(runner, "select 1");
    }

    [Theory]
    [InlineData("select pg_sleep(600)::text::int")]
    [InlineData("select 1", "select pg_sleep(600)::text::int", "select 3")]
    public async Task A_statement_that_the_database_ends_by_itself_may_be_asked_for_again(params string[] statements)
    {
        // A second is enough for what answers at once on a busy machine, too.
        await using var source = DataSources.Create(
            DataSources.WithStatementTimeout(graph.ConnectionString + ";Maximum Pool Size=1", TimeSpan.FromSeconds(1)));

        await IsUnavailableAsync(source, [.. statements.Select(statement => new NumberQuery(statement))]);

        await AnswersAsync(new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance), "select 1", "select 2");
    }

    [Fact]
    public async Task A_statement_that_outlasts_the_time_out_of_commands_may_be_asked_for_again()
    {
        await using var source = DataSources.Create(graph.ConnectionString + ";Command Timeout=1");

        await IsUnavailableAsync(source, [new NumberQuery("select pg_sleep(600)::text::int")]);
    }

    [Fact]
    public async Task A_database_that_gives_no_connection_is_said_to_have_none_free()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var source = DataSources.Create(database.ConnectionString);
        await ExecuteAsync(source, "create role crowded login connection limit 0 password 'crowded'");
        var crowded = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "crowded", Password = "crowded" };
        await using var none = DataSources.Create(crowded.ConnectionString);
        var runner = new SqlQueryRunner(none, NullLogger<SqlQueryRunner>.Instance);

        var exception = await Should.ThrowAsync<FieldFailureException>(
            async () => await runner.RunAsync([new NumberQuery("select 1")], CancellationToken.None));

        await ExecuteAsync(source, "drop role crowded");
        exception.Failure.Message.ShouldBe("The database has no connection free just now. Ask again in a moment.");
    }

    /// <summary>The process that answers, so that one sees whether it is another connection.</summary>
    private static async Task<int> BackendAsync(SqlQueryRunner runner)
    {
        var query = new NumberQuery("select pg_backend_pid()");
        await runner.RunAsync([query], CancellationToken.None);
        return query.Numbers.Single();
    }

    private static async Task AnswersAsync(SqlQueryRunner runner, params string[] statements)
    {
        var queries = statements.Select(statement => new NumberQuery(statement)).ToList();
        await runner.RunAsync([.. queries.Cast<DataRequest>()], CancellationToken.None);
        foreach (var query in queries) query.Failure.ShouldBeNull();
        queries.Select(query => query.Numbers).ShouldBe(Enumerable.Range(1, queries.Count).Select(number => new List<int> { number }));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task IsUnavailableAsync(NpgsqlDataSource source, IReadOnlyList<DataRequest> queries)
    {
        var runner = new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance);
        var exception = await Should.ThrowAsync<FieldFailureException>(async () => await runner.RunAsync(queries, CancellationToken.None));
        exception.Failure.Code.ShouldBe("DATABASE_UNAVAILABLE");
    }

    private sealed class NumberQuery(string statement) : SqlQuery
    {
        public List<int> Numbers { get; } = [];

        /// <summary>How many stand behind the statement's words, as an array.</summary>
        public int Parameters { get; init; }

        public override void Write(SqlText sql)
        {
            sql.AppendWords(statement);
            for (var number = 0; number < Parameters; number++) sql.Append($"{number}{new RawSql(number == Parameters - 1 ? "])" : ", ")}");
        }

        public Action? Taken { get; init; }

        public override IEnumerable<string> Types => [SqlType.Integer];

        public override void Clear() => Numbers.Clear();

        public override void Take(SqlRow row)
        {
            Numbers.Add(row.GetInt32(0));
            Taken?.Invoke();
        }

        public override object ValueFor(object parent) => Numbers;
    }
}
