using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;

namespace PaperGraph.Testing;

/// <summary>
/// The server as this process uses it. Other test processes may use it at the same time; each one's databases carry its
/// own mark in their names, and a connection with that mark stays open as long as the process lives. Databases whose mark
/// has no connection were left by a run that crashed, and are dropped by the next.
/// </summary>
internal sealed class TestServer
{
    private const string Prefix = "papergraph_test";

    private static readonly Lazy<Task<TestServer>> Shared = new(StartAsync);

    private readonly string connectionString;
    private readonly string mark;
    private readonly NpgsqlDataSource maintenance;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    private int created;

    private TestServer(string connectionString, string mark, NpgsqlDataSource maintenance) =>
        (this.connectionString, this.mark, this.maintenance) = (connectionString, mark, maintenance);

    public static Task<TestServer> ShareAsync() => Shared.Value;

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A new database with the content of a template, which is prepared when it is first asked for.</summary>
    public async Task<string> CopyAsync(string template, Func<string, Task> prepare) =>
        await CreateAsync(await templates.GetOrAdd(template, _ => new(() => PrepareAsync(prepare))).Value);

    public async Task<string> CreateAsync(string template)
    {
        var name = $"{Prefix}_{mark}_{Interlocked.Increment(ref created)}";
        await ExecuteAsync($"create database {name} template {template} strategy file_copy");
        return name;
    }

    public Task DropAsync(string name) => ExecuteAsync($"drop database if exists {name} with (force)");

    private async Task<string> PrepareAsync(Func<string, Task> prepare)
    {
        var name = await CreateAsync("template0");
        // Nobody may be connected to a database while it is copied.
        await prepare(new NpgsqlConnectionStringBuilder(ConnectionTo(name)) { Pooling = false }.ConnectionString);
        return name;
    }

    private static async Task<TestServer> StartAsync()
    {
        var (connectionString, outlivesTests) = await TestServerSource.StartAsync();
        var mark = RandomNumberGenerator.GetHexString(8, lowercase: true);
        var maintenance = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = $"{Prefix}_maintenance",
            MaxPoolSize = 4,
        });
        // Not of a pool, which may close what lies idle in it.
        var alive = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = $"{Prefix}_{mark}",
            Pooling = false,
        }.ConnectionString);
        await alive.OpenAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => alive.Dispose();
        var server = new TestServer(connectionString, mark, maintenance);
        foreach (var left in await server.LeftBehindAsync()) await server.DropAsync(left);
        if (outlivesTests) AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DropTemplates();
        return server;
    }

    private void DropTemplates()
    {
        foreach (var template in templates.Values.Where(made => made.Value.IsCompletedSuccessfully))
        {
            using var command = maintenance.CreateCommand($"drop database if exists {template.Value.Result} with (force)");
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Databases of test processes that are no more.</summary>
    public async Task<IReadOnlyList<string>> LeftBehindAsync()
    {
        await using var command = maintenance.CreateCommand("""
            select d.datname
            from pg_database d
            where d.datname ~ '^papergraph_test_[0-9a-f]+_'
              and not exists (
                select from pg_stat_activity a
                where a.application_name = substring(d.datname from '^papergraph_test_[0-9a-f]+'))
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = maintenance.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }
}
