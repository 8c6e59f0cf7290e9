using PaperGraph.Ingest;
using Spectre.Console;

namespace PaperGraph.Terminals;

/// <summary>Progress as one bar a stage, for a person at a terminal.</summary>
internal sealed class ImportProgressBars(ProgressContext context, ImportPace pace) : IProgress<ImportProgress>
{
    private ProgressTask? bar;
    private ImportStage stage;
    private ImportProgress last;

    public void Report(ImportProgress value)
    {
        if (bar is null || value.Stage != stage)
        {
            Finish();
            stage = value.Stage;
            bar = context.AddTask(StageNames.For(stage));
        }

        last = value;
        var share = pace.Share(value);
        bar.IsIndeterminate = share is null;
        bar.MaxValue = 1;
        bar.Value = share ?? 0;
        if (value.Done > 0 || value.Problems > 0) bar.Description = $"{StageNames.For(stage)}: {pace.Describe(value)}";
    }

    /// <summary>Fills the bar of the stage that ran last.</summary>
    public void Finish()
    {
        if (bar is null) return;
        bar.IsIndeterminate = false;
        bar.Value = bar.MaxValue;
        if (last.Done > 0) bar.Description = $"{StageNames.For(stage)}: {Quantities.Count(last.Done, StageNames.Counted(stage))}";
        bar.StopTask();
    }
}
