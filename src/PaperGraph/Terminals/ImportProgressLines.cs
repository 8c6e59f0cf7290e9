using PaperGraph.Ingest;

namespace PaperGraph.Terminals;

/// <summary>
/// Progress as plain lines: one when a stage ends, one every few thousand in between, and one every few seconds in which there was
/// none, the first of them after a second.
/// </summary>
internal sealed class ImportProgressLines : IProgress<ImportProgress>, IDisposable
{
    private const long Step = 10_000;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock reporting = new();
    private readonly TextWriter output;
    private readonly ImportPace pace;
    private readonly ITimer timer;
    private ImportProgress? last;
    private long told;
    private bool isQuiet = true;

    public ImportProgressLines(TextWriter output, TimeProvider time, ImportPace pace)
    {
        (this.output, this.pace) = (output, pace);
        timer = time.CreateTimer(_ => Tick(), null, First, Every);
    }

    public void Report(ImportProgress value)
    {
        lock (reporting)
        {
            if (value.Stage != last?.Stage)
            {
                Finish();
                told = 0;
                pace.Share(value);
            }
            else if (value.Done - told >= Step)
            {
                told = value.Done;
                Write(value, isOver: false);
            }
            last = value;
        }
    }

    /// <summary>Tells of the stage that ran last.</summary>
    public void Finish()
    {
        lock (reporting)
        {
            if (last is { Done: > 0 } ended) Write(ended, isOver: true);
            last = null;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Tick()
    {
        lock (reporting)
        {
            if (isQuiet && last is { } running) Write(running, isOver: false);
            else if (isQuiet) output.WriteLine("Waiting for the database, so far");
            isQuiet = true;
        }
    }

    private void Write(ImportProgress progress, bool isOver)
    {
        isQuiet = false;
        var amount = isOver ? Quantities.Count(progress.Done, StageNames.Counted(progress.Stage)) : pace.Describe(progress, " so far");
        output.WriteLine($"{StageNames.For(progress.Stage)}: {amount}");
    }
}
