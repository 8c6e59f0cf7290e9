using System.CommandLine;
using System.Globalization;
using PaperGraph.Data.Imports;
using PaperGraph.Databases;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Which imports there were, when, and what came of them.</summary>
internal sealed class ImportsCommand : Command, IHasExamples
{
    private const int UsualCount = 20;

    private readonly Option<int> first = new("--first")
    {
        Description = "How many at most.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => UsualCount,
    };

    public ImportsCommand(DatabaseOptions database, Terminal terminal)
        : base("imports", "List the imports, the latest first: when, of what, and what came of each.")
    {
        first.Validators.Add(result =>
        {
            if (result.GetValue(first) < 1) result.AddError("--first is 1 or more.");
        });
        Options.Add(first);
        SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetValue(first), database.ChosenBy(parsed), terminal, cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph imports", "papergraph imports --first 100"];

    private static async Task<int> RunAsync(int count, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        var runs = await ImportRunReads.LatestAsync(database.DataSource, count, cancellationToken);
        if (runs.Count == 0)
        {
            terminal.Out.WriteLine("Nothing was imported yet.");
            return ExitCode.Done;
        }
        var table = new TextTable("Imports", "", "began (UTC)", "ended", "pages", "new", "changed", "listings", "problems", "of what");
        foreach (var run in runs) table.Add(Cells(run));
        table.WriteTo(terminal);
        return ExitCode.Done;
    }

    private static string[] Cells(ImportRun run) =>
    [
        run.Id.ToString(CultureInfo.InvariantCulture),
        run.StartedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Ended(run),
        Quantities.Number(run.Pages),
        Quantities.Number(run.PapersAdded),
        Quantities.Number(run.PapersChanged),
        Quantities.Number(run.ListingsAdded),
        Quantities.Number(run.Problems),
        run.Sources switch
        {
            [] => "",
            [var only] => only,
            [var head, ..] => $"{head} and {Quantities.Number(run.Sources.Count - 1)} more",
        },
    ];

    private static string Ended(ImportRun run) => run.State switch
    {
        ImportState.Running => "runs",
        ImportState.Done => string.Create(
            CultureInfo.InvariantCulture, $"after {(run.FinishedAt!.Value - run.StartedAt).TotalSeconds:N0} s"),
        ImportState.Failed => "failed",
        _ => "interrupted",
    };
}
