using System.CommandLine;
using PaperGraph.Databases;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Ingest.Following;
using PaperGraph.Postgres;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Imports what is new, again and again, until it is told to stop.</summary>
internal sealed class FollowCommand : Command, IHasExamples
{
    private readonly Option<bool> daily = new("--daily")
    {
        Description = "The daily papers of Hugging Face, each hour. Also by Follow__Daily=true.",
    };

    private readonly Option<string[]> categories = new("--arxiv")
    {
        Description = "A category of arXiv, such as cs.CL, each day; give it once for each. Also by Follow__ArxivCategories__0=cs.CL.",
        HelpName = "CATEGORY",
    };

    public FollowCommand(DatabaseOptions database, IConfiguration configuration, Terminal terminal)
        : base("follow", "Import what is new by a schedule, until Ctrl+C. The server does so too, where it has the same settings.")
    {
        Options.Add(daily);
        Options.Add(categories);
        var contact = new ContactOption(configuration);
        Options.Add(contact);
        SetAction((parsed, cancellationToken) =>
        {
            var options = FollowSettings.Read(configuration);
            options.Daily |= parsed.GetValue(daily);
            options.ArxivCategories = [.. options.ArxivCategories.Concat(parsed.GetValue(categories) ?? []).Distinct()];
            if (!options.IsAnything)
                throw new CommandFailure("There is nothing to follow. Say what: --daily, --arxiv cs.CL, or both.");
            return RunAsync(options, contact.ReadSettings(parsed), database.ChosenBy(parsed), terminal, cancellationToken);
        });
    }

    public IReadOnlyList<string> Examples { get; } =
        ["papergraph follow --daily", "papergraph follow --daily --arxiv cs.CL --arxiv cs.LG --contact ada@example.org"];

    private static async Task<int> RunAsync(
        FollowOptions options, FetchOptions fetching, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        await using var pool = database.CreateFollowPool();
        using var logging = LoggerFactory.Create(builder => builder
            .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "))
            .AddFilter("System.Net.Http", LogLevel.Warning));
        var follower = new Follower(pool, options, fetching, TimeProvider.System, logging.CreateLogger<Follower>());
        await terminal.Out.WriteLineAsync($"Following {string.Join(", ", follower.Sources)}. End with Ctrl+C.");
        // Whoever follows for weeks expects that the program's own PostgreSQL is started again when it ends.
        var supervisor = database.Own is { } own
            ? new PostgresSupervisor(own, TimeProvider.System, logging.CreateLogger<PostgresSupervisor>())
            : null;
        try
        {
            return await Interruption.WaitForAsync(
                async () =>
                {
                    using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    var supervising = supervisor?.RunAsync(ended.Token) ?? Task.CompletedTask;
                    try
                    {
                        await follower.RunAsync(cancellationToken);
                    }
                    finally
                    {
                        // Whatever has ended following: nobody starts a PostgreSQL that is about to be stopped.
                        await ended.CancelAsync();
                        await supervising.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    }
                    return ExitCode.Done;
                },
                cancellationToken);
        }
        catch (OperationCanceledException stopped) when (cancellationToken.IsCancellationRequested)
        {
            database.LeaveWithoutWaiting();
            throw new CommandStopped("Stopped. What was stored is kept; the same command goes on from there.", stopped);
        }
    }
}
