using PaperGraph.Data;
using PaperGraph.Ingest;

namespace PaperGraph.Graph.Tests;

/// <summary>The graph of all shared pages and days; empty where they are missing.</summary>
public sealed class SharedGraph() : GraphDatabase("shared-graph")
{
    protected override async Task PrepareAsync(string connectionString)
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
        var documents = new[] { "pages", "hf-daily" }
            .Select(folder => SharedData.Combine(folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder).Order(StringComparer.Ordinal));
        await new Importer(source, TimeProvider.System).ImportAsync(
            documents.Select(ImportSource.File), new ImportOptions(), progress: null, CancellationToken.None);
    }
}
