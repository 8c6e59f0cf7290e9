using PaperGraph.Data;
using PaperGraph.Serving;
using PaperGraph.Tests.Terminals;

namespace PaperGraph.Tests.Serving;

/// <summary>A database with the built-in sample, imported once in a test run.</summary>
public class SampleDatabase() : DatabaseFixture(Template)
{
    private const string Template = "sample";

    /// <summary>Another copy of it.</summary>
    public static Task<TestDatabase> CopyAsync() => TestDatabase.CreateAsync(Template, ImportAsync);

    protected override Task PrepareAsync(string connectionString) => ImportAsync(connectionString);

    private static async Task ImportAsync(string connectionString)
    {
        await using var source = DataSources.Create(connectionString);
        await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);
        await SampleImport.RunWhereEmptyAsync(source, new Readiness(), new TestTerminal().Terminal, CancellationToken.None);
    }
}
