using System.Buffers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Imports;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Ingest;

namespace PaperGraph.Graph.Tests;

/// <summary>What <c>paperAdded</c> tells of imports into a database of the test's own.</summary>
public sealed class NewPapersTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceProvider services = null!;
    private NpgsqlDataSource source = null!;
    private Engine engine = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(_ => DataSources.Create(database.ConnectionString))
            .AddPaperGraph()
            .BuildServiceProvider();
        source = services.GetRequiredService<NpgsqlDataSource>();
        engine = new Engine(
            PaperGraphSchema.Build(), new EngineOptions { DataRequests = services.GetRequiredService<IDataRequestRunner>() });
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_new_paper_is_told_with_all_that_its_import_found()
    {
        await ImportAsync("Meadows Before Anybody Listened");
        await using var heard = Listen("{ paperAdded { title repositories { nodes { url } } concepts { nodes { name } } } }");
        await heard.BeginAsync();

        await ImportAsync("Meadows With Reinforcement Learning", "The seeds are at https://github.com/meadow/seeds for all.");

        var told = await heard.NextAsync();
        told.ShouldContain("\"title\":\"Meadows With Reinforcement Learning\"");
        told.ShouldContain("\"repositories\":{\"nodes\":[{\"url\":\"https://github.com/meadow/seeds\"}]}");
        told.ShouldContain("{\"name\":\"Reinforcement Learning\"}");
    }

    [Fact]
    public async Task Only_those_are_told_that_one_asks_for()
    {
        await using var heard = Listen("""{ paperAdded(where: { text: "river" }) { title } }""");
        await heard.BeginAsync();

        await ImportAsync("A Meadow");
        await ImportAsync("A River");

        (await heard.NextAsync()).ShouldBe("""{"data":{"paperAdded":{"title":"A River"}}}""");
    }

    [Fact]
    public async Task Each_of_many_is_told_once_in_their_order()
    {
        await using var heard = Listen("{ paperAdded { title } }");
        await heard.BeginAsync();

        await AddAsync(Enumerable.Range(1, 250).Select(number => $"paper {number}"));

        for (var number = 1; number <= 250; number++)
            (await heard.NextAsync()).ShouldBe("{\"data\":{\"paperAdded\":{\"title\":\"paper N\"}}}".Replace("N", $"{number}"));
    }

    [Fact]
    public async Task What_is_added_while_the_connection_is_lost_is_told_when_there_is_another()
    {
        await using var heard = Listen("{ paperAdded { title } }");
        await heard.BeginAsync();

        (await ScalarAsync("""
            select count(pg_terminate_backend(pid, 5000))
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and wait_event = 'ClientRead'
            """)).ShouldNotBe(0L);
        await AddAsync(["a paper"]);

        (await heard.NextAsync()).ShouldBe("""{"data":{"paperAdded":{"title":"a paper"}}}""");
    }

    [Fact]
    public async Task An_import_whose_process_was_killed_holds_no_later_paper_back()
    {
        await using var heard = Listen("{ paperAdded { title } }");
        await heard.BeginAsync();

        await ScalarAsync($"""
            insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
            values (now() - interval '1 hour', 'RUNNING', array['killed.txt'], 0, 0, 0, 0, 0);
            insert into papers (identity, slug, title, published_on_inferred, imported_at)
            values ('a paper', 'a-paper', 'a paper', false, now());
            notify {ImportRunStore.Channel}
            """);

        (await heard.NextAsync()).ShouldBe("""{"data":{"paperAdded":{"title":"a paper"}}}""");
    }

    [Fact]
    public async Task Who_listens_while_every_connection_is_in_use_is_told_when_one_is_free()
    {
        await using var few = new ServiceCollection()
            .AddLogging()
            .AddSingleton(_ => DataSources.Create(database.ConnectionString + ";Maximum Pool Size=2;Timeout=1"))
            .AddPaperGraph()
            .AddSingleton<IDataRequestRunner>(provider => new FailuresSeen(new SqlQueryRunner(
                provider.GetRequiredService<NpgsqlDataSource>(), NullLogger<SqlQueryRunner>.Instance)))
            .BuildServiceProvider();
        var runner = few.GetRequiredService<IDataRequestRunner>();
        var crowded = new Engine(PaperGraphSchema.Build(), new EngineOptions { DataRequests = runner });
        await using var heard = new Heard(
            crowded.StreamAsync(new GraphQLRequest { Query = "subscription { paperAdded { title } }" }, few), few);
        await heard.BeginAsync();

        Task<string> told;
        await using (await few.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        {
            told = heard.NextAsync();
            await AddAsync(["a paper"]);
            await ((FailuresSeen)runner).Failed.WaitAsync(Patience.Limit);
        }

        (await told).ShouldBe("""{"data":{"paperAdded":{"title":"a paper"}}}""");
    }

    [Fact]
    public async Task A_paper_is_held_back_until_all_imports_are_over_that_ran_as_it_came()
    {
        await using var heard = Listen("{ paperAdded { title } }");
        await heard.BeginAsync();
        await using var other = await source.OpenConnectionAsync();
        var run = await ImportRunStore.BeginAsync(other, ["other"], DateTimeOffset.UtcNow.AddMinutes(-1), CancellationToken.None);

        await AddAsync(["a paper"]);
        var told = heard.NextAsync();
        told.IsCompleted.ShouldBeFalse();
        await ImportRunStore.EndAsync(other, run, ImportState.Failed, new ImportCounts(), DateTimeOffset.UtcNow, CancellationToken.None);

        (await told).ShouldBe("""{"data":{"paperAdded":{"title":"a paper"}}}""");
    }

    [Fact]
    public async Task A_filter_that_nests_too_deep_is_refused()
    {
        var filter = string.Concat(Enumerable.Repeat("{ not: ", 8)) + "{ hasCode: true }" + new string('}', 8);
        await using var heard = Listen($"{{ paperAdded(where: {filter}) {{ title }} }}");

        (await heard.NextAsync()).ShouldContain("A filter nests 8 levels deep at most; write it flatter.");
    }

    [Fact]
    public async Task A_filter_that_names_what_there_is_not_is_refused()
    {
        await using var heard = Listen("""{ paperAdded(where: { topics: { any: ["Meadows"] } }) { title } }""");

        (await heard.NextAsync()).ShouldContain("`where.topics.any[0]` names no topic of the graph: \\\"Meadows\\\".");
    }

    private Heard Listen(string selection) =>
        new(engine.StreamAsync(new GraphQLRequest { Query = $"subscription {selection}" }, services), services);

    private Task<ImportResult> ImportAsync(string title, string text = "") => new Importer(source, TimeProvider.System).ImportAsync(
        [ImportSource.Text("page.txt", $"""
            Daily Papers

            byAK and the research community

            Jun 16

            {title}

            {title} and then some more words, which make this an abstract that anybody would take for one. {text}

              • 2 authors
            ·
            Jun 12, 2024
            """)],
        new ImportOptions(),
        null,
        CancellationToken.None);

    /// <summary>Papers that a run brings, with nothing in them.</summary>
    private async Task AddAsync(IEnumerable<string> titles)
    {
        await using var connection = await source.OpenConnectionAsync();
        var run = await ImportRunStore.BeginAsync(connection, ["test"], DateTimeOffset.UtcNow, CancellationToken.None);
        await using (var insert = new NpgsqlCommand("""
            insert into papers (identity, slug, title, published_on_inferred, imported_at)
            select title, title, title, false, now()
            from unnest(@titles) with ordinality as new (title, number)
            order by number
            """, connection))
        {
            insert.Parameters.AddWithValue("titles", titles.ToArray());
            await insert.ExecuteNonQueryAsync();
        }
        await ImportRunStore.EndAsync(connection, run, ImportState.Done, new ImportCounts(), DateTimeOffset.UtcNow, CancellationToken.None);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var own = new NpgsqlConnection($"{database.ConnectionString};Pooling=false");
        await own.OpenAsync();
        await using var command = new NpgsqlCommand(sql, own);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Tells when a query has failed.</summary>
    private sealed class FailuresSeen(IDataRequestRunner inner) : IDataRequestRunner
    {
        private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Failed => failed.Task;

        public async ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
        {
            try
            {
                await inner.RunAsync(requests, cancellationToken);
            }
            catch (FieldFailureException)
            {
                failed.TrySetResult();
                throw;
            }
        }
    }

    /// <summary>The responses to a subscription, one after the other.</summary>
    private sealed class Heard(IAsyncEnumerable<GraphQLResponse> responses, IServiceProvider services) : IAsyncDisposable
    {
        private readonly CancellationTokenSource over = new();
        private IAsyncEnumerator<GraphQLResponse>? events;
        private Task<bool>? next;

        /// <summary>Returns when whatever comes from now on will be told.</summary>
        public async Task BeginAsync()
        {
            next = Events.MoveNextAsync().AsTask();
            await foreach (var _ in services.GetRequiredService<ImportNotifications>().ListenAsync()) break;
        }

        public async Task<string> NextAsync()
        {
            next ??= Events.MoveNextAsync().AsTask();
            (await next.WaitAsync(Patience.Limit)).ShouldBeTrue();
            using var response = Events.Current;
            var output = new ArrayBufferWriter<byte>();
            response.WriteTo(output);
            next = null;
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }

        public async ValueTask DisposeAsync()
        {
            await over.CancelAsync();
            if (next is not null) await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Events.DisposeAsync();
            over.Dispose();
        }

        private IAsyncEnumerator<GraphQLResponse> Events => events ??= responses.GetAsyncEnumerator(over.Token);
    }
}
