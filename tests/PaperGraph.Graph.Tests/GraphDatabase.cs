using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Imports;
using PaperGraph.Graph.Network;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Tests;

/// <summary>The seeded graph in a database of the test class's own, and an engine that answers from it.</summary>
public class GraphDatabase : DatabaseFixture
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private NpgsqlDataSource? source;

    private CountingRequestRunner runner = null!;

    /// <summary>Runs what an engine of the test's own asks of this graph, and counts it.</summary>
    protected IDataRequestRunner Requests => runner;

    /// <summary>The graph in memory, which is read when it is first asked for.</summary>
    private protected GraphSnapshotSource SnapshotSource => snapshots;

    private Engine engine = null!;

    private Engine batching = null!;

    private ImportNotifications imports = null!;

    private GraphSnapshotSource snapshots = null!;

    private readonly ConcurrentQueue<string> unexpected = new();

    public GraphDatabase() : this("graph")
    {
    }

    protected GraphDatabase(string template) : base(template)
    {
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        source = DataSources.Create(ConnectionString);
        runner = new CountingRequestRunner(new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance));
        engine = CreateEngine(runner);
        batching = CreateEngine(new SqlQueryRunner(source, NullLogger<SqlQueryRunner>.Instance, maxQueriesTogether: 1));
        imports = Listen(source);
        snapshots = Snapshots(source, imports, new SnapshotOptions { MaxWait = Patience.Limit });
    }

    /// <summary>Hears of imports into a database.</summary>
    internal static ImportNotifications Listen(NpgsqlDataSource source) =>
        new(source, TimeProvider.System, NullLogger<ImportNotifications>.Instance);

    /// <summary>Holds the graph of a database in memory.</summary>
    internal static GraphSnapshotSource Snapshots(NpgsqlDataSource source, ImportNotifications imports, SnapshotOptions options) =>
        new(source, imports, options, TimeProvider.System, NullLogger<GraphSnapshotSource>.Instance);

    private Engine CreateEngine(IDataRequestRunner requests) => new(PaperGraphSchema.Build(), new EngineOptions
    {
        DataRequests = requests,
        OnUnexpectedError = (exception, field) => unexpected.Enqueue($"{field}: {exception}"),
    });

    public override async Task DisposeAsync()
    {
        if (snapshots is not null) await snapshots.DisposeAsync();
        if (imports is not null) await imports.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The answer as indented JSON.</summary>
    public async Task<string> AnswerAsync(string query, object? variables = null) =>
        JsonSerializer.Serialize(await ExecuteBothAsync(query, variables), Readable);

    /// <summary>The answer, which is the same where each query has a statement of its own.</summary>
    public async Task<JsonElement> ExecuteBothAsync(string query, object? variables = null)
    {
        var answer = await ExecuteAsync(query, variables);
        (await ExecuteAsync(batching, query, variables)).GetRawText().ShouldBe(answer.GetRawText(), query);
        return answer;
    }

    public Task<JsonElement> ExecuteAsync(string query, object? variables = null) => ExecuteAsync(engine, query, variables);

    private async Task<JsonElement> ExecuteAsync(Engine engine, string query, object? variables)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = variables is null ? null : variables as JsonElement? ?? JsonSerializer.SerializeToElement(variables),
        };
        using var response = await engine.RespondAsync(request, new Services(this));
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        unexpected.ShouldBeEmpty();
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }

    /// <summary>The parts of an answer, a line each.</summary>
    public async Task<string> PartsAsync(string query)
    {
        var parts = new List<string>();
        var request = new GraphQLRequest { Query = query };
        await foreach (var response in engine.StreamAsync(request, new Services(this)))
        {
            using var part = response;
            var output = new ArrayBufferWriter<byte>();
            part.WriteTo(output);
            parts.Add(Encoding.UTF8.GetString(output.WrittenSpan));
        }
        unexpected.ShouldBeEmpty();
        return string.Join('\n', parts);
    }

    /// <summary>How many round trips and statements a query costs.</summary>
    public async Task<(int RoundTrips, int Statements)> CostAsync(string query, object? variables = null)
    {
        var (answer, roundTrips, statements) = await CountAsync(() => ExecuteAsync(query, variables));
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return (roundTrips, statements);
    }

    /// <summary>An answer, and the round trips and statements that it took.</summary>
    protected async Task<(T Answer, int RoundTrips, int Statements)> CountAsync<T>(Func<Task<T>> ask)
    {
        runner.Reset();
        var answer = await ask();
        return (answer, runner.Batches, runner.Statements);
    }

    protected override async Task PrepareAsync(string connectionString)
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
        var seed = await File.ReadAllTextAsync(RepositoryRoot.Combine("tests", "PaperGraph.Graph.Tests", "Seed.sql"), Encoding.UTF8);
        await using var command = source.CreateCommand(seed + DerivedColumns.CountPapers);
        await command.ExecuteNonQueryAsync();
        await SeedLinks.StoreAsync(source);
    }

    private sealed class Services(GraphDatabase graph) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(GraphSnapshotSource) ? graph.snapshots
            : serviceType == typeof(IDataRequestRunner) ? graph.runner
            : null;
    }

    private sealed class CountingRequestRunner(IDataRequestRunner inner) : IDataRequestRunner
    {
        public int Batches { get; private set; }

        public int Statements { get; private set; }

        public void Reset() => (Batches, Statements) = (0, 0);

        public ValueTask RunAsync(IReadOnlyList<DataRequest> requests, CancellationToken cancellationToken)
        {
            Batches++;
            Statements += requests.Sum(request => SqlQueryRunner.GetStatements(request).Count);
            return inner.RunAsync(requests, cancellationToken);
        }
    }
}
