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
            bar?.StopTask();
            stage = value.Stage;
            bar = context.AddTask(Markup.Escape(StageWords.Of(stage)));
        }

        bar.IsIndeterminate = value.Total is null;
        bar.MaxValue = Math.Max(1, value.Total ?? value.Done + 1);
        bar.Value = value.Done;
        if (value.Total is null)
            bar.Description = Markup.Escape($"{StageWords.Of(stage)}: {Words.Count(value.Done, StageWords.Counted(stage))}");
    }

    public void Finish()
    {
        if (bar is null) return;
        bar.IsIndeterminate = false;
        bar.Value = bar.MaxValue;
        bar.StopTask();
    }
}
