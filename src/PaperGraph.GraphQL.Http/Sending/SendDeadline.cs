namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>
/// Ends a connection whose client takes too long to take a response. Counts from the first time that it has to be waited for.
/// </summary>
internal sealed class SendDeadline(TimeSpan maxTime, TimeProvider time, Action end) : IDisposable
{
    private ITimer? timer;

    public ValueTask Watch(ValueTask sending)
    {
        if (!sending.IsCompleted) timer ??= time.CreateTimer(_ => end(), null, maxTime, Timeout.InfiniteTimeSpan);
        return sending;
    }

    public void Dispose() => timer?.Dispose();
}
