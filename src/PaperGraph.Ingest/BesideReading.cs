using System.Threading.Channels;

namespace PaperGraph.Ingest;

/// <summary>What runs while documents are stored, and is told whenever some were. Disposing of it stops it.</summary>
internal sealed class BesideReading : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Of several things that were not looked at yet one is enough.</summary>
    private readonly Channel<bool> stored =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Task running;

    public BesideReading(Func<ChannelReader<bool>, CancellationToken, Task> run) =>
        running = Task.Run(() => run(stored.Reader, stopping.Token));

    public void Stored() => stored.Writer.TryWrite(true);

    /// <summary>Says that nothing more will be stored.</summary>
    public void End() => stored.Writer.TryComplete();

    /// <summary>Waits until it has done all that there is to do, and throws what it has thrown.</summary>
    public Task WaitAsync() => running;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }
}
