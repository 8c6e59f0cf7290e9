// Measures PaperGraph against the least that could do the same work, side by side in one run: only the ratios mean something.
//
//   dotnet run --configuration Release --project tests/PaperGraph.Benchmarks [documents | FOLDER-OR-FILE…]
//
// Reads documents; weighs subscriptions to which nothing happens, imports the given pages (else the sample page), then asks the graph over
// HTTP. With "documents" it does no more than read these, which needs no database.

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
DocumentMeasure.Run();
if (args is ["documents"]) return;

string[] pages = args.Length > 0 ? args : [RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt")];

await using var database = await TestDatabase.CreateEmptyAsync();
await using var source = DataSources.Create(database.ConnectionString);
await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);

await IdleMeasure.RunAsync();
await ImportMeasure.RunAsync(source, pages);

await using var server = await BenchmarkServer.StartAsync(source);
await HttpMeasure.RunAsync(server, await BenchmarkServer.BusiestPaperAsync(source));

static bool IsDebug()
{
#if DEBUG
    return true;
#else
    return false;
#endif
}
