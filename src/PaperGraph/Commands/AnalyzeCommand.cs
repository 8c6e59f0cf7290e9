using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PaperGraph.Data.Analysis;
using PaperGraph.Databases;
using PaperGraph.Ingest.Analysis;
using PaperGraph.Network;
using PaperGraph.Network.Analysis;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Ranks all nodes, and finds communities.</summary>
internal sealed class AnalyzeCommand : Command, IHasExamples
{
    /// <summary>How many communities are told of.</summary>
    private const int MostTold = 10;

    private static readonly PageRankOptions RankDefaults = new();
    private static readonly LeidenOptions CommunityDefaults = new();

    private readonly Option<double> damping = new("--damping")
    {
        Description = "How often the walk that ranks nodes follows an edge, and does not begin anew: 0 to 0.999.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => RankDefaults.Damping,
    };

    private readonly Option<double> resolution = new("--resolution")
    {
        Description = "Communities become smaller, and more, as it grows: 0.001 to 1000.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => CommunityDefaults.Resolution,
    };

    private readonly Option<int> seed = new("--seed")
    {
        Description = "With the same seed the same graph has the same communities.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => CommunityDefaults.Seed,
    };

    private readonly Option<long> maxSize = new("--max-size")
    {
        Description = "How many bytes the graph may take in memory; it takes five times as much beside that. A sixth of the machine's.",
        HelpName = "BYTES",
        DefaultValueFactory = _ => new AnalysisOptions().MaxSize,
    };

    public AnalyzeCommand(DatabaseOptions database, Terminal terminal)
        : base("analyze", "Rank nodes by how central they are, and find communities. Imports do so when a twentieth of the papers is new.")
    {
        damping.Validators.Add(result => RefuseOutside(result, 0, 0.999));
        resolution.Validators.Add(result => RefuseOutside(result, 0.001, 1_000));
        Options.Add(damping);
        Options.Add(resolution);
        Options.Add(seed);
        Options.Add(maxSize);
        SetAction((parsed, cancellationToken) => RunAsync(
            new AnalysisOptions
            {
                PageRank = new PageRankOptions { Damping = parsed.GetValue(damping) },
                Communities = new LeidenOptions { Resolution = parsed.GetValue(resolution), Seed = parsed.GetValue(seed) },
                MaxSize = parsed.GetValue(maxSize),
            },
            database.ChosenBy(parsed),
            terminal,
            cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph analyze", "papergraph analyze --resolution 2"];

    private static void RefuseOutside(OptionResult result, double from, double to)
    {
        if (result.Tokens is not [{ Value: var text }]) return;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value >= from && value <= to))
        {
            result.AddError(string.Create(
                CultureInfo.InvariantCulture, $"{result.Option.Name} {text} is no number from {from} to {to}."));
        }
    }

    private static async Task<int> RunAsync(
        AnalysisOptions options, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        try
        {
            var run = await ImportDisplay.ShowAsync(terminal, progress => Interruption.WaitForAsync(
                () => new GraphAnalysis(database.DataSource, TimeProvider.System).RunAsync(options, progress, cancellationToken),
                cancellationToken));
            if (run is null)
            {
                throw new CommandFailure(
                    $"There are no papers in {database.Where}. Import some first, for example with papergraph import page.txt.");
            }
            await PrintAsync(run, database, terminal, cancellationToken);
            return ExitCode.Done;
        }
        catch (GraphTooLargeException tooLarge)
        {
            throw new CommandFailure(
                $"{tooLarge.Message} All is as it was before. Where the machine has more, --max-size says how many bytes it may take.");
        }
        catch (OperationCanceledException stopped)
        {
            database.LeaveWithoutWaiting();
            throw new CommandStopped("Stopped. All is as it was before.", stopped);
        }
    }

    private static async Task PrintAsync(
        AnalysisRun run, OpenDatabase database, Terminal terminal, CancellationToken cancellationToken)
    {
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Ranked {Quantities.Count(run.NodeCount, "node")} by {Quantities.Count(run.EdgeCount, "edge")} in "
            + $"{run.Duration.TotalSeconds:0.0} seconds: {Quantities.Count(run.CommunityCount, "community", "communities")}, "
            + $"modularity {run.Modularity:0.000}."));
        var largest = await AnalysisReads.LargestAsync(database.DataSource, MostTold, cancellationToken);
        if (largest.Count == 0) return;

        var table = new TextTable(largest.Count < run.CommunityCount ? "The largest communities" : "Communities", "name", "papers");
        foreach (var community in largest) table.Add(community.Name, Quantities.Number(community.PaperCount));
        terminal.Out.WriteLine();
        table.WriteTo(terminal);
    }
}
