using System.Net.WebSockets;
using System.Text;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.WebSockets;

/// <summary>The client's end of a WebSocket, that says what a test says.</summary>
internal sealed class Socket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[64 * 1024];

    public string? Subprotocol => socket.SubProtocol;

    public static async Task<Socket> ConnectAsync(GraphQLServer server, string? subprotocol = "graphql-transport-ws", string? origin = null)
    {
        var opened = new Socket();
        if (subprotocol is not null) opened.socket.Options.AddSubProtocol(subprotocol);
        if (origin is not null) opened.socket.Options.SetRequestHeader("Origin", origin);
        await opened.socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws" }.Uri, CancellationToken.None);
        return opened;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => socket.SendAsync(bytes, type, true, CancellationToken.None);

    /// <summary>Sends one message in frames of a byte each, after one of none.</summary>
    public async Task SendInPiecesAsync(string text)
    {
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, false, CancellationToken.None);
        for (var index = 0; index < text.Length; index++)
        {
            await socket.SendAsync(
                new[] { (byte)text[index] }, WebSocketMessageType.Text, index == text.Length - 1, CancellationToken.None);
        }
    }

    /// <summary>The next message, or how the server closed, such as <c>4400 Because</c>.</summary>
    public async Task<string> ReceiveAsync()
    {
        var length = 0;
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), CancellationToken.None);
            length += received.Count;
        }
        while (!received.EndOfMessage);
        if (received.MessageType != WebSocketMessageType.Close) return Encoding.UTF8.GetString(buffer, 0, length);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        return $"{(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
