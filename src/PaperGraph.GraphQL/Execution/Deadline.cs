namespace PaperGraph.GraphQL.Execution;

/// <summary>The end of the time a request may take, joined with the client's giving up.</summary>
/// <param name="started">When the request began, a timestamp of the engine's time.</param>
internal sealed class Deadline(EngineOptions options, long started, CancellationToken client) : IDisposable
{
    private CancellationTokenSource? time;
    private CancellationTokenSource? either;

    /// <summary>The time is up, and the client has not given up before.</summary>
    public bool HasPassed => time is { IsCancellationRequested: true } && !client.IsCancellationRequested;

    /// <summary>Cancelled when the time is up or the client gives up. What needs no waiting never asks for it, and pays no timer.</summary>
    public CancellationToken Token
    {
        get
        {
            if (either is null)
            {
                var left = options.Limits.MaxTime - options.Time.GetElapsedTime(started);
                time = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.Time);
                either = client.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(time.Token, client) : time;
            }
            return either.Token;
        }
    }

    /// <summary>Ends what still waits, as if the client had given up.</summary>
    public void Cancel() => either?.Cancel();

    public void Dispose()
    {
        either?.Dispose();
        time?.Dispose();
    }
}
