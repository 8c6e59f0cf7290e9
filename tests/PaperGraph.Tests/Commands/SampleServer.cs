using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.Tests.Commands;

/// <summary>The built program, serving its sample from a database of its own.</summary>
public class SampleServer : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    private TestDatabase? database;
    private PaperGraphProcess? process;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        database = await CreateDatabaseAsync();
        process = PaperGraphProcess.Start(
            ["serve", "--urls", "http://127.0.0.1:0", "--database", database.ConnectionString, .. Options]);
        var line = await process.ReadUntilAsync("PaperGraph serves");
        Address = new Uri(line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)));
    }

    /// <summary>What the server is started with, beside its address and its database.</summary>
    protected virtual string[] Options => [];

    /// <summary>An empty one, into which the program imports its sample.</summary>
    protected virtual Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateEmptyAsync();

    public async Task<JsonNode> AskAsync(string query, JsonNode? variables = null)
    {
        using var response = await Client.PostAsJsonAsync(new Uri(Address, "/graphql"), new { query, variables });
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Imports a document by a process of its own.</summary>
    public async Task ImportAsync(string document)
    {
        using var import = PaperGraphProcess.Start("import", "-", "--database", database!.ConnectionString);
        (await import.EndAsync(document)).ExitCode.ShouldBe(0);
    }

    public async Task DisposeAsync()
    {
        process?.Dispose();
        if (database is not null) await database.DisposeAsync();
    }
}
