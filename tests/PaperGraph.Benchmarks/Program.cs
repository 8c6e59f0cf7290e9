// Measures PaperGraph against the least that could do the same work, side by side in one run: only the ratios mean something.
//
//   dotnet run --configuration Release --project tests/PaperGraph.Benchmarks [documents | [load | peer] FOLDER-OR-FILE…]
//
// Reads documents; weighs subscriptions to which nothing happens, imports the given pages (else the sample page), then asks the graph over
// HTTP, beside bare endpoints and beside GraphQL.NET with EF Core. With "documents" it does no more than read these, which needs no database. With "peer" only GraphQL.NET is compared. With "load" many
// clients ask at once while the pages are imported, and nothing is measured that is not one of them.

using System.Globalization;
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
if (args is ["generate", var size])
{
    await using var home = await GeneratedHome.OpenAsync(int.Parse(size, CultureInfo.InvariantCulture));
    return;
}

if (args is [LoadMeasure.Argument, ..])
{
    await using var loaded = await TestDatabase.CreateEmptyAsync();
    await using (var migrating = DataSources.Create(loaded.ConnectionString))
        await DatabaseMigrations.MigrateAsync(migrating, CancellationToken.None);
    await LoadMeasure.RunAsync(loaded.ConnectionString, args.Length > 1 ? args[1..] : [SamplePath()]);
    return;
}

var onlyPeer = args is [PeerMeasure.Argument, ..];
if (!onlyPeer) DocumentMeasure.Run();
if (args is ["documents"]) return;

string[] given = onlyPeer ? args[1..] : args;
string[] pages = given.Length > 0 ? given : [SamplePath()];

await using var database = await TestDatabase.CreateEmptyAsync();
await using var source = DataSources.Create(database.ConnectionString);
await DatabaseMigrations.MigrateAsync(source, CancellationToken.None);

if (!onlyPeer) await IdleMeasure.RunAsync();
await ImportMeasure.RunAsync(source, pages);

await using var server = await BenchmarkServer.StartAsync(source);
var paper = await BenchmarkServer.BusiestPaperAsync(source);
if (!onlyPeer) await HttpMeasure.RunAsync(server, paper);
await PeerMeasure.RunAsync(server, source, paper);

static string SamplePath() => RepositoryRoot.Combine("src", "PaperGraph", "Sample", "daily-papers-sample.txt");

static bool IsDebug()
{
#if DEBUG
    return true;
#else
    return false;
#endif
}
