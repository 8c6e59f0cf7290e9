using System.CommandLine;
using System.Data;
using PaperGraph.Concepts;
using PaperGraph.Data.Status;
using PaperGraph.Databases;
using PaperGraph.Ingest;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>How the concepts stand, and making them anew.</summary>
internal sealed class ConceptsCommand : Command, IHasExamples
{
    private readonly Option<bool> rebuild = new("--rebuild")
    {
        Description = "Read the stored texts of all papers again with this version, and make concepts and links of them anew. "
            + "Whoever reads meanwhile sees what was there before until all is done; imports wait. Ids stay.",
    };

    public ConceptsCommand(DatabaseOptions database, Terminal terminal)
        : base("concepts", "Say how many concepts there are, and which version found them in how many papers; or find them anew.")
    {
        Options.Add(rebuild);
        SetAction(
            (parsed, cancellationToken) => RunAsync(parsed.GetValue(rebuild), database.ChosenBy(parsed), terminal, cancellationToken));
    }

    public IReadOnlyList<string> Examples { get; } = ["papergraph concepts", "papergraph concepts --rebuild"];

    private static async Task<int> RunAsync(bool rebuild, DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var database = await OpenDatabase.OpenAsync(choice, terminal, cancellationToken);
        if (rebuild) return await RebuildAsync(database, terminal, cancellationToken);
        await PrintAsync(database, terminal, cancellationToken);
        return ExitCode.Done;
    }

    private static async Task PrintAsync(OpenDatabase database, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var counts = await ConceptCounts.ReadAsync(transaction, cancellationToken);
        var texts = await ExtractorVersionCount.ReadAsync(transaction, ConceptExtractor.Name, cancellationToken);

        new TextTable("Concepts", "", "")
            .Add("concepts", Quantities.Number(counts.Concepts))
            .Add("mentions", Quantities.Number(counts.Mentions))
            .Add("mentions that nothing resolves", Quantities.Number(counts.Unresolved))
            .Add("links", Quantities.Number(counts.Links))
            .WriteTo(terminal);
        if (texts.Count == 0) return;

        var papers = new TextTable("Papers by the version that read them", "", "");
        foreach (var text in texts) papers.Add(Describe(text.Version), Quantities.Number(text.Papers));
        terminal.Out.WriteLine();
        papers.WriteTo(terminal);
        if (texts.Any(text => text.Version != ConceptExtractor.Version))
            terminal.Out.WriteLine("The next import reads the others too; `papergraph concepts --rebuild` reads all of them now.");
    }

    private static string Describe(string? version) => version switch
    {
        null => "not read yet",
        _ when version == ConceptExtractor.Version => $"{version}, which is this one",
        _ => version,
    };

    private static async Task<int> RebuildAsync(OpenDatabase database, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var rebuilt = await ImportDisplay.ShowAsync(terminal, progress => Interruption.WaitForAsync(
                () => new ConceptRebuild(database.DataSource).RunAsync(progress, cancellationToken), cancellationToken));
            if (rebuilt.Papers == 0)
                throw new CommandFailure(
                    $"There are no papers in {database.Where}. Import some first, for example with papergraph import page.txt.");

            var (before, after) = (rebuilt.Before, rebuilt.After);
            terminal.Out.WriteLine(
                $"Read {Quantities.Count(rebuilt.Papers, "paper")}: {Changed(before.Concepts, after.Concepts, "concept")}, "
                + $"{Changed(before.Mentions, after.Mentions, "mention")}, {Changed(before.Links, after.Links, "link")}.");
            ImportSummary.WriteProblems(rebuilt.Problems, rebuilt.ProblemCount, terminal);
            return rebuilt.ProblemCount == 0 ? ExitCode.Done : ExitCode.NotDone;
        }
        catch (OperationCanceledException stopped)
        {
            database.LeaveWithoutWaiting();
            throw new CommandStopped("Stopped. All is as it was before.", stopped);
        }
    }

    private static string Changed(long before, long after, string what) =>
        $"{Quantities.Count(after, what)} (before {Quantities.Number(before)})";
}
