using PaperGraph.Ingest;
using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>Progress as one bar a stage, for a person at a terminal.</summary>
internal sealed class ImportProgressBars(ProgressContext context) : IProgress<ImportProgress>
{
    private ProgressTask? bar;
    private ImportStage stage;

    public void Report(ImportProgress value)
    {
        if (bar is null || value.Stage != stage)
        {
            Finish();
            stage = value.Stage;
            bar = context.AddTask(StageNames.For(stage));
        }

        bar.IsIndeterminate = value.Total is null;
        bar.MaxValue = Math.Max(1, value.Total ?? 1);
        bar.Value = value.Total is null ? 0 : value.Done;
        if (value.Done > 0) bar.Description = $"{StageNames.For(stage)}: {Quantities.Count(value.Done, StageNames.Counted(stage))}";
    }

    /// <summary>Fills the bar of the stage that ran last.</summary>
    public void Finish()
    {
        if (bar is null) return;
        bar.IsIndeterminate = false;
        bar.Value = bar.MaxValue;
        bar.StopTask();
    }
}
