using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL.Subscriptions;

/// <summary>Publish and listen inside one process. Each listener gets what is published while it listens, in order.</summary>
/// <param name="capacity">How many events may wait for a listener; one that falls further behind is ended with a failure.</param>
public sealed class Topic<T>(int capacity = 256)
{
    private readonly ConcurrentDictionary<Channel<T>, object?> listeners = new();

    /// <summary>How many are listening.</summary>
    public int Listeners => listeners.Count;

    /// <summary>Hands an event to all who listen; waits for none of them.</summary>
    public void Publish(T item)
    {
        foreach (var (listener, _) in listeners)
        {
            if (listener.Writer.TryWrite(item)) continue;
            var failure = new FieldFailure(
                $"More than {capacity} events are waiting to be taken: subscribe again and take them faster.", "SUBSCRIBER_TOO_SLOW");
            listener.Writer.TryComplete(failure.ToException());
        }
    }

    /// <summary>Events from the first step of the enumeration on, until it is disposed or cancelled.</summary>
    public async IAsyncEnumerable<T> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var listener = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });
        listeners[listener] = null;
        try
        {
            await foreach (var item in listener.Reader.ReadAllAsync(cancellationToken)) yield return item;
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }
}
