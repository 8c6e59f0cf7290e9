using PaperGraph.Ingest;
using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>Shows an import while it runs.</summary>
internal static class ImportDisplay
{
    public static async Task<ImportResult> ShowAsync(Terminal terminal, Func<IProgress<ImportProgress>, Task<ImportResult>> import)
    {
        if (!terminal.IsInteractive)
        {
            var lines = new ImportProgressLines(terminal.Out);
            var read = await import(lines);
            lines.Finish();
            return read;
        }

        return await terminal.Console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var bars = new ImportProgressBars(context);
                var read = await import(bars);
                bars.Finish();
                return read;
            });
    }
}
