using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// The end of the time a request may take, joined with the client's giving up. What waits is ended by <see cref="Token"/>, what works by
/// its steps.
/// </summary>
/// <param name="started">When the request began, a timestamp of the engine's time.</param>
internal sealed class Deadline(EngineOptions options, long started, CancellationToken client) : WorkCounter, IDisposable
{
    private CancellationTokenSource? time;
    private CancellationTokenSource? either;
    private bool wasFoundPassed;

    /// <summary>Whether the time of the request is over and the client has not given up before.</summary>
    public bool HasPassed => (wasFoundPassed || time is { IsCancellationRequested: true }) && !client.IsCancellationRequested;

    /// <summary>Whether the time of the request is over or the client has given up.</summary>
    public bool IsOver => wasFoundPassed || client.IsCancellationRequested || either is { IsCancellationRequested: true };

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

    protected override void Look()
    {
        client.ThrowIfCancellationRequested();
        if (options.Time.GetElapsedTime(started) <= options.Limits.MaxTime) return;
        wasFoundPassed = true;
        throw new OperationCanceledException("The time of the request is over.");
    }
}
