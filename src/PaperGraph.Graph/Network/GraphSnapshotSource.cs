using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Network;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Network;

namespace PaperGraph.Graph.Network;

/// <summary>
/// The graph in memory as it is now: read when it is first needed or <see cref="Start"/> is called, and again when an import is over, in
/// this process or another. Until the new one is there the old one is given.
/// </summary>
public sealed partial class GraphSnapshotSource : IAsyncDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "PaperGraph.Graph";

    private const string NotReady = "SNAPSHOT_NOT_READY";

    /// <summary>Waiting does not help.</summary>
    private const string IsTooLarge = "SNAPSHOT_TOO_LARGE";

    /// <summary>How many times as much as it may take the graph has to take by an estimate, so that it is not even tried.</summary>
    private const double Surely = 1.25;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly NpgsqlDataSource database;
    private readonly ImportNotifications imports;
    private readonly SnapshotOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<GraphSnapshotSource> logger;
    private readonly Meter meter = new(MeterName);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private Task? running;
    private volatile TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile GraphSnapshot? current;
    private volatile string? tooLarge;

    public GraphSnapshotSource(
        NpgsqlDataSource database,
        ImportNotifications imports,
        SnapshotOptions options,
        TimeProvider time,
        ILogger<GraphSnapshotSource> logger)
    {
        (this.database, this.imports, this.options, this.time, this.logger) = (database, imports, options, time, logger);
        if (options.MaxSize == 0)
        {
            tooLarge = "The graph is not held in memory, and paths, neighborhoods and connections are not answered, because the setting "
                + "Snapshot:MaxSize is 0. Set it to how many bytes the graph may take, and start the server again.";
        }
        meter.CreateObservableGauge(
            "graphql.snapshot.age", () => Measure(snapshot => (time.GetUtcNow() - snapshot.AsOf).TotalSeconds), "s",
            "How long ago the graph in memory was read.");
        meter.CreateObservableGauge(
            "graphql.snapshot.size", () => Measure(snapshot => snapshot.Size), "By", "What the graph in memory takes.");
    }

    /// <summary>Null where none is there yet, or may be.</summary>
    public GraphSnapshot? Current => current;

    /// <summary>Why there is none and will be none, as a sentence for a person; null where there is one, or will be.</summary>
    public string? TooLarge => tooLarge;

    /// <summary>Begins to read the graph, and goes on whenever it has changed.</summary>
    public void Start()
    {
        if (options.MaxSize > 0) lock (gate) running ??= Task.Run(RunAsync, CancellationToken.None);
    }

    /// <summary>The graph; waits a while for the first one.</summary>
    /// <exception cref="FieldFailureException">
    /// It is not there in time (SNAPSHOT_NOT_READY), or takes more memory than it may (SNAPSHOT_TOO_LARGE).
    /// </exception>
    internal async ValueTask<GraphSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        var read = WhenReadAsync();
        if (current is { } known) return known;
        try
        {
            if (tooLarge is null) await read.WaitAsync(options.MaxWait, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Told below.
        }
        if (current is { } graph) return graph;
        if (tooLarge is { } message) throw new FieldFailure(message, IsTooLarge).ToException();
        throw DatabaseFailures
            .Passing(
                "The graph is being read into memory. Ask again in a few seconds.", (int)PauseAfterFailure.TotalSeconds, NotReady)
            .ToException();
    }

    /// <summary>Is done when the graph is next read, or found to be too large. Begins to read it, like <see cref="Start"/>.</summary>
    public Task WhenReadAsync()
    {
        Start();
        return next.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (running is not null) await running;
        meter.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var built = "";
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // Asked for before the state is looked at, so that no change is missed in between.
                var heard = imports.WhenHeardAsync();
                var (state, isImporting) = await GraphSnapshotReads.StateAsync(database, stopping.Token);
                if (state != built && (!isImporting || current is null))
                {
                    await ReadAsync();
                    built = state;
                    Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                }
                await heard.WaitAsync(stopping.Token);
            }
#pragma warning disable CA1031 // Whatever it was: it is tried again, and the graph of before is there meanwhile.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (stopping.IsCancellationRequested) return;
                LogFailed(exception);
                await Task.Delay(PauseAfterFailure, time, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await CheckSizeAsync();
            current = await GraphSnapshotReads.ReadAsync(database, options.MaxSize, stopping.Token);
            tooLarge = null;
        }
        catch (GraphTooLargeException exception)
        {
            current = null;
            tooLarge = $"{exception.Message} So it is not held there, and paths, neighborhoods and connections are not answered. "
                + "Set Snapshot:MaxSize to more bytes than that, on a machine that has them, and start the server again.";
            LogTooLarge(exception.Message);
        }
    }

    /// <exception cref="GraphTooLargeException">Nobody needs to read the graph to see that it takes more than it may.</exception>
    private async Task CheckSizeAsync()
    {
        if (await GraphSnapshotReads.EstimateSizeAsync(database, stopping.Token) is { } size && size > options.MaxSize * Surely)
            throw new GraphTooLargeException(
                $"The graph takes about {MemorySize.Format(size)} in memory; "
                + $"{MemorySize.Format(options.MaxSize)} are the most that it may take.");
    }

    private IEnumerable<Measurement<T>> Measure<T>(Func<GraphSnapshot, T> measure) where T : struct =>
        current is { } snapshot ? [new Measurement<T>(measure(snapshot))] : [];

    [LoggerMessage(1, LogLevel.Warning, "The graph could not be read into memory; it is tried again in some seconds")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "Paths, neighborhoods and connections are not answered: {Reason} The setting is Snapshot:MaxSize")]
    private partial void LogTooLarge(string reason);
}
