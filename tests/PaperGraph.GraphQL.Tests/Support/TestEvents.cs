using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>The events of a subscription in a test, for one listener.</summary>
internal sealed class TestEvents
{
    private readonly Channel<object?> events = Channel.CreateUnbounded<object?>();

    public bool IsHeard { get; private set; }

    public void Publish(object? item) => events.Writer.TryWrite(item);

    public async IAsyncEnumerable<object?> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IsHeard = true;
        try
        {
            await foreach (var item in events.Reader.ReadAllAsync(cancellationToken)) yield return item;
        }
        finally
        {
            IsHeard = false;
        }
    }
}
