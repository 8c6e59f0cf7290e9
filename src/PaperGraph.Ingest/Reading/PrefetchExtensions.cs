using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PaperGraph.Ingest.Reading;

/// <summary>Lets what makes a sequence work while what it has made is worked on.</summary>
internal static class PrefetchExtensions
{
    /// <summary>
    /// The same items in the same order, made by another thread, which goes one item ahead of the one asked for and holds one more.
    /// Whoever stops asking cancels it and does not wait for it: it may be blocked by a pipe that nobody writes to.
    /// </summary>
    public static async IAsyncEnumerable<TItem> PrefetchAsync<TItem>(
        this IAsyncEnumerable<TItem> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<TItem>(new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = Task.Run(() => FillAsync(items, channel.Writer, stopping.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken)) yield return item;
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }

    /// <summary>What the sequence throws is thrown where its items are asked for, behind the last of them.</summary>
    private static async Task FillAsync<TItem>(
        IAsyncEnumerable<TItem> items, ChannelWriter<TItem> ahead, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in items.WithCancellation(cancellationToken)) await ahead.WriteAsync(item, cancellationToken);
            ahead.Complete();
        }
#pragma warning disable CA1031 // Whatever it is: it goes to whoever asks for the items.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ahead.Complete(exception);
        }
    }
}
