using System.Buffers;
using System.IO.Pipelines;

namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>
/// Holds responses until they are sent, and sends them within limits: of their length, of the bytes that all of them take while they wait,
/// and of the time that a client may take to take one.
/// </summary>
internal sealed class ResponseSender(GraphQLHttpOptions options, TimeProvider time)
{
    private readonly UnsentResponses unsent = new(options.MaxUnsentBytes, time);

    /// <summary>What <paramref name="write"/> writes; null, and why, where it cannot be held.</summary>
    public ResponseBuffer? TryHold(Action<IBufferWriter<byte>> write, out RequestError? refusal)
    {
        var buffer = new ResponseBuffer(options.MaxResponseSize, new UnsentShare(unsent));
        try
        {
            write(buffer);
            buffer.CheckLength();
            refusal = null;
            return buffer;
        }
        catch (RequestErrorException refused)
        {
            buffer.Dispose();
            refusal = refused.RequestError;
            return null;
        }
        catch (OperationCanceledException)
        {
            // The request's time was over while it was written; or the client has gone, and nobody is told.
            buffer.Dispose();
            refusal = RequestError.TimeIsOver;
            return null;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>One that is short enough for any limit.</summary>
    public ResponseBuffer Hold(Action<IBufferWriter<byte>> write)
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
    public ValueTask SendAsync(ResponseBuffer response, PipeWriter output, Action end, CancellationToken cancellationToken) =>
        SendAsync(
            response,
            (block, _) =>
            {
                output.Write(block.Span);
                return FlushedAsync(output, cancellationToken);
            },
            end);

    /// <summary>Sends what was written to <paramref name="output"/>, as far as it is short.</summary>
    public async ValueTask FlushAsync(PipeWriter output, Action end, CancellationToken cancellationToken)
    {
        using var deadline = new SendDeadline(options.MaxSendTime, time, end);
        await deadline.Watch(FlushedAsync(output, cancellationToken));
    }

    private static async ValueTask FlushedAsync(PipeWriter output, CancellationToken cancellationToken) => await output.FlushAsync(cancellationToken);
}
