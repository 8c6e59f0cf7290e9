using System.Collections.Concurrent;

namespace PaperGraph.GraphQL.Http;

/// <summary>The operations of a connection by their ids, each until it ends, its client completes it or the connection ends.</summary>
internal sealed class RunningOperations
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, object?> tasks = new();
    private volatile bool areOver;

    /// <summary>False where an operation of that id is running. Cancelled at once where the connection has ended.</summary>
    public bool TryStart(string id, Func<CancellationToken, Task> run)
    {
        var ended = new CancellationTokenSource();
        if (!running.TryAdd(id, ended))
        {
            ended.Dispose();
            return false;
        }
        var token = ended.Token;
        if (areOver) Cancel(id);
        var task = Task.Run(() => run(token), CancellationToken.None);
        tasks[task] = null;
        _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;

        void Forget(Task done)
        {
            tasks.TryRemove(done, out _);
            if (running.TryRemove(KeyValuePair.Create(id, ended))) ended.Dispose();
        }
    }

    /// <summary>The id is free again. False where its client completed the operation already.</summary>
    public bool TryEnd(string id) => running.TryRemove(id, out _);

    public void Cancel(string id)
    {
        if (running.TryRemove(id, out var ended)) ended.Cancel();
    }

    public async Task CancelAllAsync()
    {
        areOver = true;
        foreach (var id in running.Keys) Cancel(id);
        await Task.WhenAll(tasks.Keys);
    }
}
