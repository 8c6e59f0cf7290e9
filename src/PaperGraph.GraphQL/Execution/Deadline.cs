using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// The end of the time a request may take, joined with the client's giving up. What waits is ended by <see cref="Token"/>, what works by
/// its steps.
/// </summary>
/// <param name="started">When the request began, a timestamp of the engine's time.</param>
internal sealed class Deadline(EngineOptions options, long started, CancellationToken client) : WorkCounter, IDisposable
{
    private CancellationTokenSource? end;
    private CancellationTokenRegistration ofClient;
    private bool wasFoundPassed;
    private bool isGivenUp;

    /// <summary>Whether the time of the request is over and the client has not given up before.</summary>
    public bool HasPassed =>
        (wasFoundPassed || (end is { IsCancellationRequested: true } && !isGivenUp)) && !client.IsCancellationRequested;

    /// <summary>Whether the time of the request is over or the client has given up.</summary>
    public bool IsOver => wasFoundPassed || client.IsCancellationRequested || end is { IsCancellationRequested: true };

    /// <summary>Cancelled when the time is up or the client gives up. What needs no waiting never asks for it, and pays no timer.</summary>
    public CancellationToken Token
    {
        get
        {
            if (end is null)
            {
                var left = options.Limits.MaxTime - options.Time.GetElapsedTime(started);
                end = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, options.Time);
                ofClient = client.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), end);
            }
            return end.Token;
        }
    }

    /// <summary>Ends what still waits, as if the client had given up.</summary>
    public void Cancel()
    {
        isGivenUp = true;
        end?.Cancel();
    }

    public void Dispose()
    {
        ofClient.Dispose();
        end?.Dispose();
    }

    protected override void Look()
    {
        client.ThrowIfCancellationRequested();
        if (options.Time.GetElapsedTime(started) <= options.Limits.MaxTime) return;
        wasFoundPassed = true;
        throw new OperationCanceledException("The time of the request is over.");
    }
}
