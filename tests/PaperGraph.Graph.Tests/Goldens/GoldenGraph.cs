using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperGraph.Data;
using PaperGraph.GraphQL.Http;
using PaperGraph.Ingest;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>
/// The graph of some documents, imported once in a test run and at a time that is always the same, and GraphQL over HTTP for it.
/// </summary>
/// <param name="name">What the template and the snapshots are called by.</param>
/// <param name="paths">The documents: files, or folders of them.</param>
public abstract class GoldenGraph(string name, params string[] paths) : GraphDatabase($"golden-{name}")
{
    private static readonly HttpClient Client = new();

    private WebApplication? server;

    public string Name => name;

    /// <summary>Skips the test that calls it where a document is missing.</summary>
    public virtual void Require()
    {
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Requests);
        builder.Services.AddSingleton(SnapshotSource);
        builder.Services.AddGraphQL(_ => PaperGraphSchema.Build());
        server = builder.Build();
        server.MapGraphQL("/graphql");
        await server.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The answer to one operation of a document, and what it took.</summary>
    internal Task<(string Json, int RoundTrips, int Statements)> PostAsync(string query, string operationName, object variables) =>
        CountAsync(async () =>
        {
            var address = new Uri(new Uri(server!.Urls.Single()), "/graphql");
            using var response = await Client.PostAsJsonAsync(address, new { query, operationName, variables });
            var answer = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(200, answer);
            return answer;
        });

    protected override async Task PrepareAsync(string connectionString)
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
        var documents = paths
            .SelectMany<string, string>(path => Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal) : [path])
            .Where(File.Exists)
            .Select(ImportSource.File);
        // What was given is named, so that runs are told alike wherever the documents lie.
        var options = new ImportOptions { Given = [name] };
        await new Importer(source, new FixedTime()).ImportAsync(documents, options, progress: null, CancellationToken.None);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 8, 3, 6, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>The built-in sample.</summary>
public sealed class SampleGoldens() : GoldenGraph(
    "sample",
    RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt"),
    RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.json"));

/// <summary>Three real pages as text.</summary>
public sealed class PagesGoldens() : GoldenGraph("pages", SharedData.Combine("pages"))
{
    public override void Require() => SharedData.Require("pages");
}

/// <summary>Sixty-four recorded days of three months.</summary>
public sealed class RecordedDaysGoldens() : GoldenGraph("hf-daily", SharedData.Combine("hf-daily"))
{
    public override void Require() => SharedData.Require("hf-daily");
}
