using System.CommandLine;
using PaperGraph.Data;
using PaperGraph.Databases;
using PaperGraph.Serving;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>The server: database, built-in sample, GraphQL endpoint and IDE, until it is told to stop.</summary>
internal sealed class ServeCommand : Command, IHasExamples
{
    private readonly Option<string?> urls = new("--urls")
    {
        Description = $"Where to listen; several are separated by semicolons. Default: {Addresses.Usual}.",
        HelpName = "ADDRESS",
    };

    private readonly Option<bool> noSample = new("--no-sample")
    {
        Description = "Leave an empty database empty instead of importing the built-in sample page.",
    };

    private readonly Option<int?> poolSize = new("--pool-size")
    {
        Description = $"Connections to the database that the server uses at most. Default: {DataSources.UsualPoolSize}; fewer where the "
            + "database has not enough of them.",
        HelpName = "COUNT",
    };

    public ServeCommand(DatabaseOptions database, Terminal terminal)
        : base("serve", "Serve the graph over GraphQL, with an IDE for browsers at the same address.")
    {
        urls.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && Addresses.FindProblem(given.Value) is { } wrong) result.AddError(wrong);
        });
        Options.Add(urls);
        Options.Add(noSample);
        poolSize.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < ConnectionLimit.MinPoolSize)
                result.AddError($"--pool-size is at least {ConnectionLimit.MinPoolSize}: one connection hears of imports.");
        });
        Options.Add(poolSize);
        SetAction((parsed, cancellationToken) => RunAsync(
            database.ChosenBy(parsed), parsed.GetValue(urls), !parsed.GetValue(noSample), parsed.GetValue(poolSize), terminal,
            cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph serve",
        "papergraph serve --urls http://0.0.0.0:8080 --no-sample",
        "papergraph serve --database \"Host=db;Username=papers;Password=secret;Database=papers\"",
    ];

    private static async Task<int> RunAsync(
        DatabaseChoice choice, string? urls, bool withSample, int? poolSize, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        DatabaseMigrations.ThrowIfModelHasChanged(database.DataSource);
        await database.SizeServerPoolAsync(poolSize, terminal, cancellationToken);
        var readiness = new Readiness();
        await using var server = Server.Create(database, readiness, urls);
        await server.StartAsync(cancellationToken);
        readiness.WaitFor("the database is looked at");

        if (withSample) await SampleImport.RunWhereEmptyAsync(database.DataSource, readiness, terminal, cancellationToken);
        readiness.Ready();
        // A server runs for long beside others, and would keep for hours what starting took.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        Banner.Write(terminal, Addresses.ForBrowsers(server.Urls), database.Where);

        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }
}
