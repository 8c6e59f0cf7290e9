using System.Runtime.CompilerServices;

namespace PaperGraph.GraphQL.Execution;

/// <content>Runs one level: all data requests together, beside all batch resolvers.</content>
internal sealed partial class Levels
{
    private Task<object>[] running = [];
    private TimeSpan waitedForData;

    /// <summary>What batch resolvers ask for while those of a level begin; null at all other times.</summary>
    private LevelOfBatches? beginning;

    /// <summary>Waits for resolvers and data requests, and changes nothing that a response may be written from.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunLevelAsync()
    {
        request.CancellationToken.ThrowIfCancellationRequested();
        if (waitingForBatches.Count > 0)
        {
            await RunBatchesAsync();
            return;
        }
        running = [];
        if (dataRequests.Count > 0) await RunDataRequestsAsync();
    }

    public void ReceiveLevel()
    {
        request.Watch.WaitedForData(waitedForData);
        waitedForData = TimeSpan.Zero;
        foreach (var (table, fieldIndex, dataRequest) in waitingForData) Receive(table, fieldIndex, dataRequest);
        for (var i = 0; i < running.Length; i++)
            Receive(waitingForBatches[i].Table, waitingForBatches[i].FieldIndex, running[i].GetAwaiter().GetResult());
        waitingForData.Clear();
        waitingForBatches.Clear();
    }

    private async Task RunBatchesAsync()
    {
        var level = beginning = new LevelOfBatches();
        running = new Task<object>[waitingForBatches.Count];
        for (var i = 0; i < running.Length; i++) running[i] = RunBatchAsync(waitingForBatches[i].Resolver, waitingForBatches[i].Context);
        beginning = null;
        dataRequests.AddRange(level.End());
        try
        {
            if (dataRequests.Count > 0) await RunDataRequestsAsync();
        }
        finally
        {
            // Of a request that was cancelled they find the same out.
            level.HasRun.SetResult();
        }
        foreach (var batch in running) await batch;
    }

    private async ValueTask RunForBatchAsync(IReadOnlyList<DataRequest> requests)
    {
        if (beginning is { } level && level.TryAdd(requests)) await level.HasRun.Task;
        else await RunAsync(requests);
        request.CancellationToken.ThrowIfCancellationRequested();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunDataRequestsAsync()
    {
        var level = dataRequests.ToArray();
        dataRequests.Clear();
        var started = request.Options.Time.GetTimestamp();
        await RunAsync(level);
        waitedForData = request.Options.Time.GetElapsedTime(started);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunAsync(IReadOnlyList<DataRequest> level)
    {
        using var activity = EngineTelemetry.DataRequests(level.Count);
        try
        {
            var runner = request.Options.DataRequests
                ?? throw new InvalidOperationException("A resolver made a data request, but EngineOptions.DataRequests is not set.");
            await runner.RunAsync(level, request.CancellationToken);
        }
#pragma warning disable CA1031 // A level of data requests that fails as a whole fails each of its fields.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            foreach (var dataRequest in level) dataRequest.Failure ??= exception;
        }
    }

    /// <summary>The values, or the exception that the resolver failed with.</summary>
    private async Task<object> RunBatchAsync(BatchResolver resolver, FieldContext context)
    {
        using var activity = EngineTelemetry.Batch(context.Field, context.Parents.Count);
        try
        {
            return await resolver.ResolveAsync(context);
        }
#pragma warning disable CA1031 // Whatever a resolver throws fails its field.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    /// <summary>
    /// The data requests of batch resolvers that begin together. A resolver that waited for something else before may come at any time, and
    /// from another thread.
    /// </summary>
    private sealed class LevelOfBatches
    {
        private readonly Lock gate = new();
        private List<DataRequest>? requests = [];

        public TaskCompletionSource HasRun { get; } = new();

        /// <summary>False where they are on their way already.</summary>
        public bool TryAdd(IReadOnlyList<DataRequest> more)
        {
            lock (gate)
            {
                requests?.AddRange(more);
                return requests is not null;
            }
        }

        public List<DataRequest> End()
        {
            lock (gate)
            {
                var all = requests ?? [];
                requests = null;
                return all;
            }
        }
    }
}
