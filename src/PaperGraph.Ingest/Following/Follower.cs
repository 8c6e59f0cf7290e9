using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Data;
using PaperGraph.Data.Fetching;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Ingest.Following;

/// <summary>
/// Imports what is new of the sources that are followed, each by its schedule and somewhat later, so that not all who follow one ask at
/// the same minute. Of several programs over one database one follows; when that ends, another does. Whatever fails is told, and tried
/// again.
/// </summary>
public sealed partial class Follower
{
    /// <summary>How often a program that does not follow looks whether it has to.</summary>
    private static readonly TimeSpan LockPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan MinRetryPause = TimeSpan.FromMinutes(5);

    /// <summary>How soon a database that was lost is looked for; then twice as late each time, up to <see cref="LockPause"/>.</summary>
    private static readonly TimeSpan MinReopenPause = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource dataSource;
    private readonly FetchOptions settings;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly IReadOnlyList<FollowedSource> sources;
    private readonly Func<HttpMessageHandler>? transport;
    private readonly Dictionary<string, string> troubles = [];

    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public Follower(NpgsqlDataSource dataSource, FollowOptions options, FetchOptions settings, TimeProvider time, ILogger logger)
        : this(dataSource, options, settings, time, logger, transport: null)
    {
    }

    internal Follower(
        NpgsqlDataSource dataSource,
        FollowOptions options,
        FetchOptions settings,
        TimeProvider time,
        ILogger logger,
        Func<HttpMessageHandler>? transport)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        (this.dataSource, this.settings, this.time, this.logger, this.transport) = (dataSource, settings, time, logger, transport);
        sources = [.. FollowedSource.From(options)];
    }

    /// <summary>What is followed, by name.</summary>
    public IEnumerable<string> Sources => sources.Select(source => source.Name);

    /// <summary>What is wrong with which sources, as a clause; null where nothing is.</summary>
    public string? Trouble
    {
        get
        {
            lock (troubles)
                return troubles.Count == 0 ? null : string.Join("; ", troubles.Select(trouble => $"{trouble.Key}: {trouble.Value}"));
        }
    }

    /// <summary>Follows until it is cancelled; a database that is away is waited for.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = MinReopenPause;
        var isLost = false;
        while (true)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
                if (isLost) LogBack();
                isLost = false;
                try
                {
                    while (!await FollowStore.TryLockAsync(connection, cancellationToken))
                        await PauseAsync(connection, LockPause, cancellationToken);
                    while (true)
                    {
                        var next = await FollowOnceAsync(cancellationToken);
                        pause = MinReopenPause;
                        await WaitAsync(connection, next, cancellationToken);
                    }
                }
                finally
                {
                    await SessionLocks.ReleaseAsync(connection);
                }
            }
            catch (Exception exception) when (NpgsqlFailure.Of(exception) is { } lost && !cancellationToken.IsCancellationRequested)
            {
                isLost = true;
                LogLost(lost.Message, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken);
                pause = 2 * pause < LockPause ? 2 * pause : LockPause;
            }
        }
    }

    /// <summary>Looks at each source that it is time for.</summary>
    /// <returns>When it is time for the next.</returns>
    internal async Task<DateTimeOffset> FollowOnceAsync(CancellationToken cancellationToken)
    {
        var earliest = DateTimeOffset.MaxValue;
        foreach (var source in sources)
        {
            var states = await FollowStore.ReadAsync(dataSource, cancellationToken);
            var state = states.FirstOrDefault(state => state.Source == source.Name);
            var next = state?.NextAt ?? DateTimeOffset.MinValue;
            if (next <= time.GetUtcNow() || next > time.GetUtcNow() + (2 * source.Every))
                next = await FollowAsync(source, state, cancellationToken);
            if (next < earliest) earliest = next;
        }
        return earliest;
    }

    private async Task<DateTimeOffset> FollowAsync(FollowedSource source, FollowState? state, CancellationToken cancellationToken)
    {
        var trouble = await ImportAsync(source, state, cancellationToken);
        var now = time.GetUtcNow();
        var pause = trouble is null ? source.Every : RetryPause(source.Every, state?.Failures ?? 0);
        var next = now + (pause * (1 + (Random.Shared.NextDouble() / 10)));
        await FollowStore.WriteAsync(dataSource, source.Name, trouble, now, next, cancellationToken);
        lock (troubles)
        {
            if (trouble is null) troubles.Remove(source.Name);
            else troubles[source.Name] = trouble;
        }
        return next;
    }

    /// <returns>What went wrong, as a sentence; null where nothing did.</returns>
    private async Task<string?> ImportAsync(FollowedSource source, FollowState? state, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var since = state?.DoneAt is { } done ? DateOnly.FromDateTime(done.UtcDateTime) : (DateOnly?)null;
        try
        {
            var options = new ImportOptions { Given = [$"follow {source.Name}"] };
            await using var fetcher = new PaperFetcher(dataSource, options, settings, time, transport);
            var failures = new FailureWatch();
            var result = await new Importer(dataSource, time) { LookUp = fetcher.FetchPapersAsync }.ImportAsync(
                failures.Watch(source.Fetch(fetcher, new FollowPeriod(since, today), cancellationToken), cancellationToken),
                options.Given,
                options,
                progress: null,
                cancellationToken);
            if (failures.First is { } failure)
            {
                LogFailed(source.Name, failure);
                return failure;
            }
            LogDone(source.Name, result.PapersAdded, result.PapersChanged, result.ProblemCount);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is: the other sources are followed all the same, and this one is tried again.
        catch (Exception exception) when (NpgsqlFailure.Of(exception) is null && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnexpected(source.Name, exception);
            return $"{exception.Message.TrimEnd('.')}.";
        }
    }

    /// <summary>Twice as long each time, but no longer than until it would be time anyway.</summary>
    private static TimeSpan RetryPause(TimeSpan every, int failures)
    {
        var pause = MinRetryPause * Math.Pow(2, Math.Min(failures, 10));
        return pause < every ? pause : every;
    }

    /// <summary>Waits, and looks meanwhile whether the lock is still held.</summary>
    private async Task WaitAsync(NpgsqlConnection connection, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (end - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await PauseAsync(connection, left < LockPause ? left : LockPause, cancellationToken);
            await FollowStore.TryLockAsync(connection, cancellationToken);
        }
    }

    /// <summary>Waits, and fails as soon as the server ends the connection.</summary>
    private async Task PauseAsync(NpgsqlConnection connection, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            while (true) await connection.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Followed {Source}: {Added} new papers, {Changed} changed, {Problems} problems")]
    private partial void LogDone(string source, int added, int changed, int problems);

    [LoggerMessage(2, LogLevel.Warning, "Following {Source} failed, and is tried again: {Trouble}")]
    private partial void LogFailed(string source, string trouble);

    [LoggerMessage(3, LogLevel.Error, "Following {Source} failed, and is tried again")]
    private partial void LogUnexpected(string source, Exception exception);

    [LoggerMessage(
        4, LogLevel.Warning, "Following has lost the database ({Reason}), and goes on when it is back; it looks again in {Seconds} s")]
    private partial void LogLost(string reason, double seconds);

    [LoggerMessage(5, LogLevel.Information, "The database is back, and following goes on")]
    private partial void LogBack();
}
