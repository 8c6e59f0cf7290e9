using System.Net.Sockets;
using System.Text;

namespace PaperGraph.GraphQL.Http.Tests.Support;

/// <summary>A connection that sends the bytes of a test, and reads only when it is told to.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

    public static Task<RawClient> SendAsync(GraphQLServer server, string request) => SendAsync(server, Encoding.UTF8.GetBytes(request));

    public static async Task<RawClient> SendAsync(GraphQLServer server, byte[] request)
    {
        var client = new RawClient();
        await client.socket.ConnectAsync("127.0.0.1", server.Address.Port);
        await client.SendAsync(request);
        return client;
    }

    public static Task<RawClient> GetAsync(GraphQLServer server, string query, string headers = "Accept: application/json") =>
        SendAsync(server, $"GET /graphql?{query} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n\r\n");

    public async Task SendAsync(byte[] bytes) => await socket.SendAsync(bytes);

    /// <summary>Nothing more is sent.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Reads until the connection ends, in whatever way; what came, as far as it is kept.</summary>
    public async Task<(long Length, string Beginning)> ReadToEndAsync()
    {
        var buffer = new byte[64 * 1024];
        var beginning = new StringBuilder();
        long length = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (length < 100_000) beginning.Append(Encoding.UTF8.GetString(buffer, 0, count));
                length += count;
            }
        }
        catch (SocketException)
        {
            // It was reset.
        }
        return (length, beginning.ToString());
    }

    /// <summary>Reads up to a text.</summary>
    public async Task ReadUntilAsync(string text)
    {
        var buffer = new byte[1];
        var read = new StringBuilder();
        while (!read.ToString().EndsWith(text, StringComparison.Ordinal))
        {
            (await socket.ReceiveAsync(buffer)).ShouldBe(1, read.ToString());
            read.Append((char)buffer[0]);
        }
    }

    public void Dispose() => socket.Dispose();
}
