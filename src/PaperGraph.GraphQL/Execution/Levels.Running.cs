namespace PaperGraph.GraphQL.Execution;

/// <content>One level: all reads together, beside all batches.</content>
internal sealed partial class Levels
{
    private async ValueTask RunLevelAsync()
    {
        request.Cancellation.ThrowIfCancellationRequested();
        var batches = waitingForBatches.ToArray();
        var handedOver = waitingForReads.ToArray();
        waitingForBatches.Clear();
        waitingForReads.Clear();

        var running = new Task<object>[batches.Length];
        for (var i = 0; i < batches.Length; i++) running[i] = RunBatchAsync(batches[i].Resolver, batches[i].Context);
        if (reads.Count > 0) await RunReadsAsync();
        foreach (var (group, column, read) in handedOver) Receive(group, column, read);
        for (var i = 0; i < batches.Length; i++) Receive(batches[i].Group, batches[i].Column, await running[i]);
    }

    private async ValueTask RunReadsAsync()
    {
        var level = reads.ToArray();
        reads.Clear();
        using var activity = EngineTelemetry.Reads(level.Length);
        var started = request.Options.Time.GetTimestamp();
        try
        {
            var runner = request.Options.Reads
                ?? throw new InvalidOperationException("A resolver handed over a read, but EngineOptions.Reads is not set.");
            await runner.RunAsync(level, request.Cancellation);
        }
#pragma warning disable CA1031 // A level of reads that fails as a whole fails each of its fields.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            foreach (var read in level) read.Failure ??= exception;
        }
        request.Watch.HasRead(started);
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
