namespace PaperGraph.GraphQL.Execution;

/// <summary>The end of the time a request may take, joined with the client's giving up. Runs from when it is first asked for.</summary>
internal sealed class Deadline(EngineOptions options, CancellationToken client) : IDisposable
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
                time = new CancellationTokenSource(options.Limits.MaxTime, options.Time);
                either = client.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(time.Token, client) : time;
            }
            return either.Token;
        }
    }

    public void Dispose()
    {
        either?.Dispose();
        time?.Dispose();
    }
}
