using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>
/// Holds responses until they are sent, and sends them within limits: of their length, of the bytes that all of them take while they wait,
/// and of the time that a client may take to take one.
/// </summary>
internal sealed class ResponseSender(GraphQLHttpOptions options, TimeProvider time)
{
    private readonly UnsentResponses unsent = new(options.MaxUnsentBytes, time);

    /// <summary>Buffers what <paramref name="write"/> writes. False, and why, where it is too long or there is no room for it.</summary>
    public bool TryBuffer(
        Action<IBufferWriter<byte>> write, [NotNullWhen(true)] out ResponseBuffer? buffer, [NotNullWhen(false)] out RequestError? error)
    {
        buffer = new ResponseBuffer(options.MaxResponseSize, new UnsentShare(unsent));
        try
        {
            write(buffer);
            buffer.CheckLength();
            error = null;
            return true;
        }
        catch (RequestErrorException exception)
        {
            buffer.Dispose();
            error = exception.RequestError;
            return false;
        }
        catch (OperationCanceledException)
        {
            // The request's time was over while it was written; or the client has gone, and nobody is told.
            buffer.Dispose();
            error = RequestError.TimeIsOver;
            return false;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Buffers what is short enough for any limit.</summary>
    public ResponseBuffer Buffer(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ResponseBuffer(int.MaxValue, new UnsentShare(unsent));
        write(buffer);
        return buffer;
    }

    /// <param name="send">Sends one block of it, and whether that is the last.</param>
    /// <param name="end">Ends the connection of a client that takes too long.</param>
    public async ValueTask SendAsync(ResponseBuffer response, Func<ReadOnlyMemory<byte>, bool, ValueTask> send, Action end)
    {
        using var deadline = new SendDeadline(options.MaxSendTime, time, end);
        response.BeginWaiting(end);
        await response.DrainAsync((block, isLast) => deadline.Watch(send(block, isLast)));
    }

    /// <inheritdoc cref="SendAsync(ResponseBuffer, Func{ReadOnlyMemory{byte}, bool, ValueTask}, Action)"/>
    public ValueTask SendAsync(ResponseBuffer response, PipeWriter output, Action end, CancellationToken cancellationToken)
    {
        if (response.TryGetOnlyBlock(out var whole))
        {
            output.Write(whole.Span);
            return FlushAsync(output, end, cancellationToken);
        }
        return SendAsync(
            response,
            (block, _) =>
            {
                output.Write(block.Span);
                return FlushedAsync(output, cancellationToken);
            },
            end);
    }

    /// <summary>Sends what was written to <paramref name="output"/>, as far as it is short.</summary>
    public ValueTask FlushAsync(PipeWriter output, Action end, CancellationToken cancellationToken)
    {
        // Most often it is taken at once, and there is nothing to watch.
        var flushed = FlushedAsync(output, cancellationToken);
        return flushed.IsCompletedSuccessfully ? flushed : WatchedAsync(flushed, end);
    }

    private async ValueTask WatchedAsync(ValueTask sending, Action end)
    {
        using var deadline = new SendDeadline(options.MaxSendTime, time, end);
        await deadline.Watch(sending);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask FlushedAsync(PipeWriter output, CancellationToken cancellationToken) =>
        await output.FlushAsync(cancellationToken);
}
