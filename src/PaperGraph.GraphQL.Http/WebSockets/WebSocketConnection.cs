using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using PaperGraph.GraphQL.Http.Sending;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Whole text messages over a WebSocket; several may send at once.</summary>
/// <param name="abort">Ends the connection under the WebSocket.</param>
internal sealed class WebSocketConnection(WebSocket socket, ResponseSender sender, int maxMessageSize, Action abort) : IDisposable
{
    /// <summary>How long a client has to answer that the connection is closed.</summary>
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How many bytes of UTF-8 the reason of a close frame may have.</summary>
    private const int MaxReasonBytes = 123;

    private const int MinBufferSize = 1024;

    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource ended = new();
    private byte[]? received;

    /// <summary>Cancelled some time after the connection was closed.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>
    /// The next message, good until the next call; null where the connection is closed. Holds no buffer while nothing comes.
    /// </summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        ReturnBuffer();
        var length = 0;
        var room = Memory<byte>.Empty;
        while (true)
        {
            var part = await socket.ReceiveAsync(room, ended.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            length += part.Count;
            if (socket.State != WebSocketState.Open)
            {
                length = 0;
            }
            else if (part.MessageType == WebSocketMessageType.Binary)
            {
                await CloseAsync(Closing.BadRequest("A message must be text."));
            }
            else if (length > maxMessageSize)
            {
                await CloseAsync(new Closing(
                    CloseCode.MessageTooBig, $"A message may have {maxMessageSize} bytes, which is the limit MaxBodySize."));
            }
            else if (part.EndOfMessage)
            {
                return received.AsMemory(0, length);
            }
            room = Room(length);
        }
    }

    /// <summary>Sends a short message, unless the connection is closed.</summary>
    public async ValueTask SendAsync(Action<IBufferWriter<byte>> write)
    {
        using var message = sender.Buffer(write);
        await SendAsync(message);
    }

    /// <inheritdoc cref="SendAsync(Action{IBufferWriter{byte}})"/>
    public async ValueTask SendAsync(ResponseBuffer message)
    {
        message.BeginWaiting(abort);
        await sending.WaitAsync(ended.Token);
        try
        {
            if (socket.State == WebSocketState.Open) await sender.SendAsync(message, SendAsync, abort);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Sends a close frame with the reason, and waits a few seconds for the client's.</summary>
    public async Task CloseAsync(Closing closing)
    {
        await sending.WaitAsync(ended.Token);
        try
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
            ended.CancelAfter(CloseTimeout);
            await socket.CloseOutputAsync((WebSocketCloseStatus)(int)closing.Code, Shortened(closing.Reason), ended.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Answers a client that closes.</summary>
    public async Task FinishAsync()
    {
        if (socket.State != WebSocketState.CloseReceived) return;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ended.Token);
    }

    public void Dispose()
    {
        ReturnBuffer();
        sending.Dispose();
        ended.Dispose();
    }

    private ValueTask SendAsync(ReadOnlyMemory<byte> part, bool isLast) =>
        socket.SendAsync(part, WebSocketMessageType.Text, endOfMessage: isLast, ended.Token);

    /// <summary>The part of the buffer behind what of the message was received, for what comes next.</summary>
    private Memory<byte> Room(int length)
    {
        if (received is null || received.Length == length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(MinBufferSize, 2 * length));
            received.AsSpan(0, length).CopyTo(larger);
            ReturnBuffer();
            received = larger;
        }
        return received.AsMemory(length);
    }

    private void ReturnBuffer()
    {
        if (received is not null) ArrayPool<byte>.Shared.Return(received);
        received = null;
    }

    private static string Shortened(string reason)
    {
        // Every character has at least one byte, so that the rest is cut off before bytes are counted.
        if (reason.Length > MaxReasonBytes) reason = reason[..Excerpt.WholeUpTo(reason, MaxReasonBytes)];
        while (Encoding.UTF8.GetByteCount(reason) > MaxReasonBytes) reason = reason[..Excerpt.WholeUpTo(reason, reason.Length - 1)];
        return reason;
    }
}
