using System.Runtime.CompilerServices;

namespace PaperGraph.GraphQL.Execution;

/// <content>Runs one level: all data requests together, beside all batch resolvers.</content>
internal sealed partial class Levels
{
    private Task<object>[] running = [];
    private TimeSpan waitedForData;

    /// <summary>Waits for resolvers and data requests, and changes nothing that a response may be written from.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunLevelAsync()
    {
        request.CancellationToken.ThrowIfCancellationRequested();
        running = waitingForBatches.Count == 0 ? [] : new Task<object>[waitingForBatches.Count];
        for (var i = 0; i < running.Length; i++) running[i] = RunBatchAsync(waitingForBatches[i].Resolver, waitingForBatches[i].Context);
        if (dataRequests.Count > 0) await RunDataRequestsAsync();
        foreach (var batch in running) await batch;
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunDataRequestsAsync()
    {
        var level = dataRequests.ToArray();
        dataRequests.Clear();
        using var activity = EngineTelemetry.DataRequests(level.Length);
        var started = request.Options.Time.GetTimestamp();
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
        waitedForData = request.Options.Time.GetElapsedTime(started);
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
}
