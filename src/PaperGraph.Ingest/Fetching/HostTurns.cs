using System.Collections.Concurrent;
using Npgsql;
using PaperGraph.Data.Fetching;

namespace PaperGraph.Ingest.Fetching;

/// <summary>
/// Lets one request at a time go to a host. A turn lasts until the pause behind the request is over, so that whoever is next, in this
/// program or in another over the same database, need not know when that was.
/// </summary>
/// <param name="dataSource">Over which programs take turns; null for the turns of this one alone.</param>
internal sealed class HostTurns(FetchOptions options, TimeProvider time, NpgsqlDataSource? dataSource) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource ending = new();

    public async Task<HttpResponseMessage> TakeAsync(
        string host, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(host, _ => new Turn());
        await turn.Free.WaitAsync(cancellationToken);
        HostLock? held = null;
        try
        {
            if (dataSource is not null) held = await HostLock.TakeAsync(dataSource, host, cancellationToken);
            return await send();
        }
        finally
        {
            turn.Ending = PassOnAsync(turn, held, HostPauses.Of(host, options));
        }
    }

    /// <summary>Ends pauses: whoever asks a host next is another program.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(turns.Values.Select(turn => turn.Ending));
        ending.Dispose();
    }

    private async Task PassOnAsync(Turn turn, HostLock? held, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, ending.Token);
        }
        catch (OperationCanceledException)
        {
        }
        if (held is not null) await held.DisposeAsync();
        turn.Free.Release();
    }

    private sealed class Turn
    {
        public SemaphoreSlim Free { get; } = new(1);

        public Task Ending { get; set; } = Task.CompletedTask;
    }
}

/// <summary>Waits for the turn of each request; it lasts until the answer is there whole.</summary>
internal sealed class TurnHandler(HostTurns turns) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        turns.TakeAsync(request.RequestUri!.IdnHost, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
