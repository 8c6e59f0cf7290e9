namespace PaperGraph.Ingest.Tests;

/// <summary>Cancels in the middle of a stage.</summary>
internal sealed class CancelAt(ImportStage stage, CancellationTokenSource source) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value)
    {
        if (value.Stage == stage && (value.Done > 0 || stage is ImportStage.ResolvingConcepts)) source.Cancel();
    }
}
