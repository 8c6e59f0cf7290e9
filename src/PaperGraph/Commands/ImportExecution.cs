using System.Runtime;
using PaperGraph.Databases;
using PaperGraph.Ingest;
using PaperGraph.Ingest.Fetching;
using PaperGraph.Terminals;

namespace PaperGraph.Commands;

/// <summary>Runs an import, shows how it goes, and tells what came of it.</summary>
internal static class ImportExecution
{
    /// <param name="sources">What is to be imported.</param>
    /// <param name="measure">How many bytes that is; null where nobody knows.</param>
    public static async Task<int> RunAsync(
        ImportOptions options,
        FetchOptions settings,
        Func<PaperFetcher, CancellationToken, IAsyncEnumerable<ImportSource>> sources,
        Func<long?>? measure,
        DatabaseChoice choice,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        // Nobody waits for an answer meanwhile: memory is collected at once and not beside the work, which takes less of the processors.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var concepts = Importer.LoadConcepts();
        await using var database = await OpenAsync(choice, terminal, cancellationToken);
        await using var fetcher = new PaperFetcher(database.DataSource, options, settings, TimeProvider.System);
        var importer = new Importer(database.DataSource, TimeProvider.System, concepts) { LookUp = fetcher.FetchPapersAsync };

        var position = new ImportPosition();
        var measured = Task.Run(() => measure?.Invoke(), cancellationToken);
        try
        {
            var result = await ImportDisplay.ShowAsync(terminal, progress =>
            {
                position.Next = progress;
                return Interruption.WaitForAsync(
                    () => importer.ImportAsync(
                        sources(fetcher, cancellationToken), options.Given, options, position, cancellationToken),
                    cancellationToken);
            }, () => measured.IsCompletedSuccessfully ? measured.Result : null);
            ImportSummary.Write(result, terminal);
            return result.ProblemCount == 0 ? ExitCode.Done : ExitCode.NotDone;
        }
        catch (StrictImportException failed)
        {
            throw new CommandFailure(
                $"{ProblemLines.Line(failed.Problem)}\nStopped at this problem, since the import is strict. Nothing of the batch that it "
                + "stands in was stored; what was stored before stays. The same command goes on from there.",
                failed);
        }
        catch (OperationCanceledException stopped)
        {
            database.LeaveWithoutWaiting();
            throw new CommandStopped(position.Left(), stopped);
        }
    }

    private static async Task<OpenDatabase> OpenAsync(DatabaseChoice choice, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            return await Interruption.WaitForAsync(
                () => OpenDatabase.OpenToImportAsync(choice, terminal, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException stopped)
        {
            throw new CommandStopped("Stopped before anything was read. The same command begins again.", stopped);
        }
    }
}
