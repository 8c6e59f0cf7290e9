using System.Collections.Concurrent;

namespace PaperGraph.Ingest.Fetching;

/// <summary>Lets one request at a time go to a host, with a pause between two.</summary>
internal sealed class HostTurns(FetchOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    public async Task<HttpResponseMessage> TakeAsync(
        string host, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(host, _ => new Turn());
        await turn.Free.WaitAsync(cancellationToken);
        try
        {
            var pause = turn.EndedAt + HostPauses.Of(host, options) - time.GetUtcNow();
            if (pause > TimeSpan.Zero) await Task.Delay(pause.Value, time, cancellationToken);
            return await send();
        }
        finally
        {
            turn.EndedAt = time.GetUtcNow();
            turn.Free.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Free { get; } = new(1);

        public DateTimeOffset? EndedAt { get; set; }
    }
}

/// <summary>Waits for the turn of each request; it lasts until the answer is there whole.</summary>
internal sealed class TurnHandler(HostTurns turns) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        turns.TakeAsync(request.RequestUri!.IdnHost, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
