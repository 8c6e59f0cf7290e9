namespace PaperGraph.Ingest.Tests;

/// <summary>Looks at the database whenever a stage tells of itself.</summary>
internal sealed class At(ImportStage stage, Func<Task> look) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        if (value.Stage == stage) look().GetAwaiter().GetResult();
    }
}
