using System.CommandLine;
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

    public ServeCommand(DatabaseOptions database, Terminal terminal)
        : base("serve", "Serve the graph over GraphQL, with an IDE for browsers at the same address.")
    {
        Options.Add(urls);
        Options.Add(noSample);
        SetAction((parsed, cancellation) => RunAsync(
            database.ChosenBy(parsed), parsed.GetValue(urls), !parsed.GetValue(noSample), terminal, cancellation));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "papergraph serve",
        "papergraph serve --urls http://0.0.0.0:8080 --no-sample",
        "papergraph serve --database \"Host=db;Username=papers;Password=secret;Database=papers\"",
    ];

    private static async Task<int> RunAsync(
        DatabaseChoice choice, string? urls, bool withSample, Terminal terminal, CancellationToken cancellation)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellation);
        var readiness = new Readiness();
        await using var server = Server.Create(database.DataSource, readiness, urls);
        await server.StartAsync(cancellation);

        if (withSample) await SampleImport.RunWhereEmptyAsync(database.DataSource, readiness, terminal, cancellation);
        readiness.Ready();
        Welcome.Write(terminal, Addresses.ForBrowsers(server.Urls), database.Where);

        await server.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }
}
