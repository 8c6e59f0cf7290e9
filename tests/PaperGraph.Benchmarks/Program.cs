// Measures PaperGraph against the least that could do the same work, side by side in one run: only the ratios mean something.
//
//   dotnet run --configuration Release --project tests/PaperGraph.Benchmarks [documents | [load] FOLDER-OR-FILE…]
//
// Reads documents; weighs subscriptions to which nothing happens, imports the given pages (else the sample page), then asks the graph over
// HTTP. With "documents" it does no more than read these, which needs no database. With "load" many clients ask at once while the pages
// are imported, and nothing is measured that is not one of them.

using PaperGraph.Benchmarks;
using PaperGraph.Data;
using PaperGraph.Testing;

if (args is [IdleServer.Argument])
{
    await IdleServer.RunAsync();
    return;
}

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {(IsDebug() ? "Debug: the figures mean nothing" : "Release")}");
Console.WriteLine();
if (args is [LoadMeasure.Argument, ..])
{
    await using var loaded = await TestDatabase.CreateEmptyAsync();
    await using (var migrating = DataSources.Create(loaded.ConnectionString))
        await DatabaseMigrations.MigrateAsync(migrating, CancellationToken.None);
    await LoadMeasure.RunAsync(loaded.ConnectionString, args.Length > 1 ? args[1..] : [SamplePath()]);
    return;
}

DocumentMeasure.Run();
if (args is ["documents"]) return;

string[] pages = args.Length > 0 ? args : [SamplePath()];

await using var database = await TestDatabase.CreateEmptyAsync();
await using var source = DataSources.Create(database.ConnectionString);
await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);

await IdleMeasure.RunAsync();
await ImportMeasure.RunAsync(source, pages);

await using var server = await BenchmarkServer.StartAsync(source);
await HttpMeasure.RunAsync(server, await BenchmarkServer.BusiestPaperAsync(source));

static string SamplePath() => RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt");

static bool IsDebug()
{
#if DEBUG
    return true;
#else
    return false;
#endif
}
