using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Whole text messages over a WebSocket; several may send at once.</summary>
internal sealed class WebSocketConnection(WebSocket socket, int maxMessageSize) : IDisposable
{
    /// <summary>How long a client has to answer that the connection is closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Of a close frame, in bytes of UTF-8.</summary>
    private const int LongestReason = 123;

    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource ended = new();
    private readonly ArrayBufferWriter<byte> received = new();

    /// <summary>Cancelled some time after the connection was closed.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>The next message, good until the next call; null where the connection is closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        received.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(received.GetMemory(4096), ended.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            received.Advance(part.Count);
            if (socket.State != WebSocketState.Open)
            {
                received.ResetWrittenCount();
            }
            else if (part.MessageType == WebSocketMessageType.Binary)
            {
                await CloseAsync(Closing.BadRequest("A message must be text."));
            }
            else if (received.WrittenCount > maxMessageSize)
            {
                await CloseAsync(new Closing(
                    CloseCode.MessageTooBig, $"A message may have {maxMessageSize} bytes, which is the limit MaxBodySize."));
            }
            else if (part.EndOfMessage)
            {
                return received.WrittenMemory;
            }
        }
    }

    /// <summary>Sends a message, unless the connection is closed.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        await sending.WaitAsync(ended.Token);
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, ended.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Says why, and gives the client a moment to answer.</summary>
    public async Task CloseAsync(Closing closing)
    {
        await sending.WaitAsync(ended.Token);
        try
        {
            if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
            ended.CancelAfter(Farewell);
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
        sending.Dispose();
        ended.Dispose();
    }

    private static string Shortened(string reason)
    {
        while (Encoding.UTF8.GetByteCount(reason) > LongestReason) reason = reason[..^1];
        return reason;
    }
}
