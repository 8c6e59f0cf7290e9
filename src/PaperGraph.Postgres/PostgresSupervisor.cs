using Microsoft.Extensions.Logging;
using Npgsql;

namespace PaperGraph.Postgres;

/// <summary>
/// Starts the private PostgreSQL again when it ends while it is in use, with growing pauses where that fails or does not last. Of
/// several processes that supervise the same server one starts it; the others find it running.
/// </summary>
public sealed partial class PostgresSupervisor(PrivatePostgres postgres, TimeProvider time, ILogger<PostgresSupervisor> logger)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    /// <summary>A server that ran for so long after a start is taken for mended.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    private volatile string? trouble;
    private TimeSpan pause;
    private long started = time.GetTimestamp();

    /// <summary>How often it is looked whether PostgreSQL runs; also the shortest pause before a start is tried again.</summary>
    internal TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Why PostgreSQL does not run just now, as a clause for a person; null while it does.</summary>
    public string? Trouble => trouble;

    /// <summary>Supervises until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(LookEvery, time, cancellationToken);
            if (await RunsAsync(cancellationToken)) continue;

            trouble = $"PostgreSQL has ended: {postgres.CauseOfEnd ?? "its log does not say why, so it was probably killed"}";
            LogEnded(trouble);
            if (time.GetElapsedTime(started) > Lasting) pause = TimeSpan.Zero;
            while (!await TryRestartAsync(cancellationToken)) ;
        }
    }

    private async Task<bool> RunsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await postgres.RunsAsync(cancellationToken);
        }
        catch (Exception exception) when (IsOfTheServer(exception))
        {
            return false;
        }
    }

    private static bool IsOfTheServer(Exception exception) =>
        exception is PrivatePostgresException or NpgsqlException or IOException or UnauthorizedAccessException;

    private async Task<bool> TryRestartAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(pause, time, cancellationToken);
        pause = pause == TimeSpan.Zero ? LookEvery : pause * 2 < MaxPause ? pause * 2 : MaxPause;
        try
        {
            await postgres.RestartAsync(cancellationToken);
        }
        catch (Exception exception) when (IsOfTheServer(exception))
        {
            trouble = $"PostgreSQL has ended and does not start: {postgres.CauseOfEnd ?? exception.Message.Split('\n')[0]}";
            LogFailed(exception.Message, pause.TotalSeconds);
            return false;
        }
        started = time.GetTimestamp();
        trouble = null;
        LogBack();
        return true;
    }

    [LoggerMessage(1, LogLevel.Error, "{Trouble}; it is being started again")]
    private partial void LogEnded(string trouble);

    [LoggerMessage(2, LogLevel.Error, "PostgreSQL could not be started again, which is tried once more in {Seconds} seconds: {Reason}")]
    private partial void LogFailed(string reason, double seconds);

    [LoggerMessage(3, LogLevel.Warning, "PostgreSQL runs again")]
    private partial void LogBack();
}
