using PaperGraph.Ingest;
using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>Shows the stages of an import while they run.</summary>
internal static class ImportDisplay
{
    /// <param name="totalBytes">The bytes of all documents that are read; null as long as that is not known.</param>
    public static async Task<TResult> ShowAsync<TResult>(
        Terminal terminal, Func<IProgress<ImportProgress>, Task<TResult>> import, Func<long?>? totalBytes = null)
    {
        var pace = new ImportPace(TimeProvider.System, totalBytes ?? (() => null));
        if (!terminal.IsInteractive)
        {
            using var lines = new ImportProgressLines(terminal.Out, TimeProvider.System, pace);
            var read = await import(lines);
            lines.Finish();
            return read;
        }

        try
        {
            return await terminal.Console.Progress()
                .Columns(
                    new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                    new PercentageColumn())
                .StartAsync(async context =>
                {
                    var bars = new ImportProgressBars(context, pace);
                    var read = await import(bars);
                    bars.Finish();
                    return read;
                });
        }
        finally
        {
            terminal.Console.Cursor.Show();
        }
    }
}
