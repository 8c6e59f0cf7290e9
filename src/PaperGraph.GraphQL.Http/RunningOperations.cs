namespace PaperGraph.GraphQL.Http;

/// <summary>Whether an operation could be started.</summary>
internal enum OperationStart
{
    Started,

    /// <summary>An operation with the same id is running.</summary>
    IdIsTaken,

    /// <summary>The limit of running operations is reached; operations that are about to end count too.</summary>
    TooMany,
}

/// <summary>The operations of a connection by their ids, each until it ends, its client completes it or the connection ends.</summary>
internal sealed class RunningOperations(int limit)
{
    /// <summary>Characters of an id, which is sent along with each response.</summary>
    public const int MaxIdLength = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int tasks;
    private bool areOver;

    public int Limit => limit;

    /// <summary>Starts an operation; cancelled from the start where the connection has ended.</summary>
    public OperationStart Start(string id, Func<CancellationToken, Task> run)
    {
        var source = new CancellationTokenSource();
        lock (gate)
        {
            if (tasks >= limit) return OperationStart.TooMany;
            if (areOver) source.Cancel();
            else if (!running.TryAdd(id, source)) return OperationStart.IdIsTaken;
            tasks++;
        }
        _ = Task.Run(() => RunAsync(id, run, source), CancellationToken.None);
        return OperationStart.Started;
    }

    /// <summary>The id is free again. False where its client completed the operation already.</summary>
    public bool TryEnd(string id) => Take(id) is not null;

    public void Cancel(string id) => Take(id)?.Cancel();

    /// <summary>
    /// Cancels all operations and returns when the last of them has ended. Operations that start later are cancelled at once.
    /// </summary>
    public async Task CancelAllAsync()
    {
        CancellationTokenSource[] all;
        lock (gate)
        {
            areOver = true;
            all = [.. running.Values];
            running.Clear();
            if (tasks == 0) ended.TrySetResult();
        }
        foreach (var source in all) await source.CancelAsync();
        await ended.Task;
    }

    private async Task RunAsync(string id, Func<CancellationToken, Task> run, CancellationTokenSource source)
    {
        try
        {
            await run(source.Token);
        }
        finally
        {
            lock (gate)
            {
                if (running.TryGetValue(id, out var own) && own == source) running.Remove(id);
                if (--tasks == 0 && areOver) ended.TrySetResult();
            }
        }
    }

    private CancellationTokenSource? Take(string id)
    {
        lock (gate) return running.Remove(id, out var source) ? source : null;
    }
}
