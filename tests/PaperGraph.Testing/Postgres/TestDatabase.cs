using Npgsql;

namespace PaperGraph.Testing;

/// <summary>
/// An empty or prepared database of a test class's own on real PostgreSQL, dropped when disposed. The server is, in this
/// order: the one that PAPERGRAPH_TEST_DATABASE gives a connection string of; a container of postgres:17, where an engine
/// answers that has the image; a server started from the machine's PostgreSQL programs.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer server;
    private readonly string name;

    private TestDatabase(TestServer server, string name)
    {
        (this.server, this.name) = (server, name);
        ConnectionString = server.ConnectionTo(name);
    }

    public string ConnectionString { get; }

    /// <summary>
    /// A copy of a template. The first call with a template's name in a test run creates a database, has
    /// <paramref name="prepare"/> fill it through the connection string it is given, and keeps that as the template.
    /// </summary>
    public static async Task<TestDatabase> CreateAsync(string template, Func<string, Task> prepare)
    {
        var server = await TestServer.ShareAsync();
        return new TestDatabase(server, await server.CopyAsync(template, prepare));
    }

    /// <summary>A database with nothing in it.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var server = await TestServer.ShareAsync();
        return new TestDatabase(server, await server.CreateAsync("template0"));
    }

    /// <summary>Whether the next test process to start would take it for one that a crashed run has left, and drop it.</summary>
    public async Task<bool> LooksLeftBehindAsync() => (await server.LeftBehindAsync()).Contains(name);

    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
        await server.DropAsync(name);
    }
}
