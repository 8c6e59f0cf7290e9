namespace PaperGraph.Ingest;

/// <summary>What runs beside other work, begun at once. Disposing of it stops it.</summary>
internal sealed class BesideWork : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();

    private readonly Task running;

    public BesideWork(Func<CancellationToken, Task> run) => running = Task.Run(() => run(stopping.Token));

    /// <summary>Waits until it has done all that there is to do, and throws what it has thrown.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => running.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }
}
