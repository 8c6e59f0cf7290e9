using PaperGraph.Ingest;

namespace PaperGraph.Terminals;

/// <summary>Progress as plain lines: one when a stage ends, and one every few thousand in between.</summary>
internal sealed class ImportProgressLines(TextWriter output) : IProgress<ImportProgress>
{
    private const long Step = 10_000;

    private ImportProgress? last;
    private long told;

    public void Report(ImportProgress value)
    {
        if (value.Stage != last?.Stage)
        {
            Finish();
            told = 0;
        }
        else if (value.Done - told >= Step)
        {
            told = value.Done;
            output.WriteLine($"{StageWords.Of(value.Stage)}: {Amount(value)} so far");
        }
        last = value;
    }

    /// <summary>Tells of the stage that ran last.</summary>
    public void Finish()
    {
        if (last is { Done: > 0 } ended) output.WriteLine($"{StageWords.Of(ended.Stage)}: {Amount(ended)}");
        last = null;
    }

    private static string Amount(ImportProgress progress) => Words.Count(progress.Done, StageWords.Counted(progress.Stage));
}
