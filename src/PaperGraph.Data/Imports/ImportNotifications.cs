using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PaperGraph.Data.Imports;

/// <summary>
/// Tells up to which paper the imports have come, those of other processes too, by the announcements of <see cref="ImportRunStore"/>. Holds
/// a connection from when it is first listened to. Where that is lost, another is opened and the state read again, and so it is from
/// time to time where nothing is heard: what is announced meanwhile is told later, and nothing is told that was not committed.
/// </summary>
public sealed partial class ImportNotifications(
    NpgsqlDataSource dataSource, TimeProvider time, ILogger<ImportNotifications> logger) : IAsyncDisposable
{
    // Papers of an import that still runs may lack what is derived from them. One whose process is gone holds none back.
    private static readonly string Read = $"""
        select coalesce(max(id), 0)
        from papers
        where imported_at < coalesce((select min(i.started_at) from import_runs i where {ImportRunStore.StateNow} = 'RUNNING'), 'infinity')
        """;

    private const string Listen = $"listen {ImportRunStore.Channel}";

    /// <summary>How long nothing may be heard before the state is read again.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private volatile State state = new(null);
    private Task? listening;

    private volatile TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Is done when an import is next announced, or the state of the database was looked at for want of an announcement: who wants to know
    /// whether something has changed asks for this before looking.
    /// </summary>
    public Task WhenHeardAsync()
    {
        Begin();
        return heard.Task;
    }

    /// <summary>The greatest id of a paper whose import is over (0 for none): as it is, and again whenever it has grown.</summary>
    public async IAsyncEnumerable<long> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Begin();
        for (var current = state; ; current = await current.Next.Task.WaitAsync(cancellationToken))
            if (current.Papers is { } papers) yield return papers;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (listening is not null) await listening;
        stopping.Dispose();
    }

    private void Begin()
    {
        lock (gate) listening ??= Task.Run(() => ListenAsync(), CancellationToken.None);
    }

    private async Task ListenAsync()
    {
        var pause = TimeSpan.Zero;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await foreach (var papers in ReadNotificationsAsync(stopping.Token))
                {
                    Notify(papers);
                    Interlocked.Exchange(ref heard, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                    pause = TimeSpan.Zero;
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever it was: whoever listens goes on listening.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogLost(exception, pause.TotalSeconds);
                await PauseAsync(pause);
                pause = pause == TimeSpan.Zero ? MinPause : pause < MaxPause ? 2 * pause : MaxPause;
            }
        }
    }

    /// <summary>The state whenever it may have changed, for as long as the connection holds.</summary>
    private async IAsyncEnumerable<long> ReadNotificationsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand(Listen, connection)) await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            await using (var read = new NpgsqlCommand(Read, connection))
                yield return (long)(await read.ExecuteScalarAsync(cancellationToken))!;
            await connection.WaitAsync(Heartbeat, cancellationToken);
        }
    }

    private void Notify(long papers)
    {
        var last = state;
        if (papers <= last.Papers) return;
        state = new State(papers);
        last.Next.SetResult(state);
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, time, stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The connection that hears of imports was lost; another is tried in {Seconds} seconds")]
    private partial void LogLost(Exception exception, double seconds);

    /// <param name="papers">The greatest id of a paper that imports have come to; null until it is known.</param>
    private sealed class State(long? papers)
    {
        public long? Papers => papers;

        public TaskCompletionSource<State> Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
