namespace PaperGraph.Terminals;

/// <summary>
/// What goes on before a command can do its work, as lines that end in an ellipsis: each step when it begins, or where it is usually
/// over at once, when it is not; and every few seconds that it goes on.
/// </summary>
internal sealed class StepLines : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock telling = new();
    private readonly TextWriter output;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private string? step;
    private long begun;
    private bool isTold;

    public StepLines(TextWriter output, TimeProvider time)
    {
        (this.output, this.time) = (output, time);
        timer = time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins a step that takes time.</summary>
    public void Begin(string words)
    {
        lock (telling)
        {
            Start(words, Every);
            output.WriteLine($"{words} …");
            isTold = true;
        }
    }

    /// <summary>A step that is told only where it takes more than a second.</summary>
    public void BeginShort(string words)
    {
        lock (telling) Start(words, Soon);
    }

    public void Dispose() => timer.Dispose();

    private void Start(string words, TimeSpan first)
    {
        (step, begun, isTold) = (words, time.GetTimestamp(), false);
        timer.Change(first, Every);
    }

    private void Tick()
    {
        lock (telling)
        {
            output.WriteLine(isTold ? $"{step}, {time.GetElapsedTime(begun).TotalSeconds:0} seconds so far …" : $"{step} …");
            isTold = true;
        }
    }
}
