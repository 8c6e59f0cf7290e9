namespace PaperGraph.GraphQL.Execution;

/// <content>One level: all reads together, beside all batches.</content>
internal sealed partial class Levels
{
    private Task<object>[] running = [];
    private TimeSpan reading;

    /// <summary>Waits for resolvers and reads, and touches nothing that is answered.</summary>
    public async Task RunLevelAsync()
    {
        request.CancellationToken.ThrowIfCancellationRequested();
        running = new Task<object>[waitingForBatches.Count];
        for (var i = 0; i < running.Length; i++) running[i] = RunBatchAsync(waitingForBatches[i].Resolver, waitingForBatches[i].Context);
        if (reads.Count > 0) await RunReadsAsync();
        foreach (var batch in running) await batch;
    }

    public void ReceiveLevel()
    {
        request.Watch.HasRead(reading);
        reading = TimeSpan.Zero;
        foreach (var (table, fieldIndex, read) in waitingForReads) Receive(table, fieldIndex, read);
        for (var i = 0; i < running.Length; i++)
            Receive(waitingForBatches[i].Table, waitingForBatches[i].FieldIndex, running[i].GetAwaiter().GetResult());
        waitingForReads.Clear();
        waitingForBatches.Clear();
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
            await runner.RunAsync(level, request.CancellationToken);
        }
#pragma warning disable CA1031 // A level of reads that fails as a whole fails each of its fields.
        catch (Exception exception) when (!request.IsCancelled(exception))
#pragma warning restore CA1031
        {
            foreach (var read in level) read.Failure ??= exception;
        }
        reading = request.Options.Time.GetElapsedTime(started);
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
