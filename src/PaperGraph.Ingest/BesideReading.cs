using System.Threading.Channels;

namespace PaperGraph.Ingest;

/// <summary>What runs while documents are stored, and is told whenever some were. Disposing of it stops it.</summary>
internal sealed class BesideReading : IAsyncDisposable
{
    /// <summary>Of several things that were not looked at yet one is enough.</summary>
    private readonly Channel<bool> stored =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly BesideWork work;

    public BesideReading(Func<ChannelReader<bool>, CancellationToken, Task> run) =>
        work = new BesideWork(stopping => run(stored.Reader, stopping));

    public void Stored() => stored.Writer.TryWrite(true);

    /// <summary>Says that nothing more will be stored.</summary>
    public void End() => stored.Writer.TryComplete();

    /// <inheritdoc cref="BesideWork.WaitAsync"/>
    public Task WaitAsync(CancellationToken cancellationToken) => work.WaitAsync(cancellationToken);

    public ValueTask DisposeAsync() => work.DisposeAsync();
}
