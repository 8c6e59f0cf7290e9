using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperGraph.Testing;

/// <summary>
/// A web server on this machine that says exactly what a test tells it to, also what no web server should: answers that are cut off, that
/// never end or never come, and headers that lie. One request to a connection.
/// </summary>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<StandInRequest> requests = [];
    private readonly Func<StandInRequest, StandInAnswer> respond;
    private readonly Task accepting;
    private int open;
    private int mostOpen;

    public StandInServer(Func<StandInRequest, StandInAnswer> respond)
    {
        this.respond = respond;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>What was asked so far, in its order.</summary>
    public IReadOnlyList<StandInRequest> Requests => [.. requests];

    /// <summary>Paths and queries of what was asked so far.</summary>
    public IReadOnlyList<string> Targets => [.. requests.Select(request => request.Target)];

    /// <summary>How many requests were open at once at most.</summary>
    public int MostAtOnce => mostOpen;

    public async ValueTask DisposeAsync()
    {
        // Stopped only when nobody accepts any more: who came to it behind that would be told that it was never started.
        await stopping.CancelAsync();
        await accepting;
        listener.Stop();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await ReadAsync(stream) is not { } request) return;
                requests.Enqueue(request);
                mostOpen = Math.Max(mostOpen, Interlocked.Increment(ref open));
                try
                {
                    await respond(request).WriteAsync(stream, stopping.Token);
                }
                finally
                {
                    Interlocked.Decrement(ref open);
                }
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
            {
                // Whoever asked has hung up, or the test is over.
            }
        }
    }

    private async Task<StandInRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var length = await stream.ReadAsync(buffer, stopping.Token);
            if (length == 0) return null;
            head.Append(Encoding.ASCII.GetString(buffer, 0, length));
        }
        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return new StandInRequest(
            lines[0].Split(' ')[1],
            lines[1..].Select(line => line.Split(": ", 2))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));
    }
}

/// <param name="Target">Path and query.</param>
public sealed record StandInRequest(string Target, IReadOnlyDictionary<string, string> Headers)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

/// <summary>What a <see cref="StandInServer"/> says.</summary>
public sealed record StandInAnswer(int Status, byte[] Body)
{
    /// <summary>Header lines as they are sent.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>What the header says of the body's length; null for the truth, below zero to say nothing.</summary>
    public long? StatedLength { get; init; }

    /// <summary>Whether the body comes again and again.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Whether nothing comes at all.</summary>
    public bool IsSilent { get; init; }

    public static StandInAnswer Text(string text, params string[] headers) => new(200, Encoding.UTF8.GetBytes(text)) { Headers = headers };

    public static StandInAnswer Failure(int status, string text = "", params string[] headers) =>
        new(status, Encoding.UTF8.GetBytes(text)) { Headers = headers };

    public static StandInAnswer Redirect(string location) => Failure(302, "", $"Location: {location}");

    /// <summary>The first bytes of what an answer has said it would give.</summary>
    public StandInAnswer CutAfter(int length) => this with { Body = Body[..length], StatedLength = StatedLength ?? Body.Length };

    internal async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (IsSilent) await Task.Delay(Timeout.Infinite, cancellationToken);
        var head = new StringBuilder($"HTTP/1.1 {Status} Said\r\nConnection: close\r\n");
        if (!IsEndless && StatedLength is not < 0) head.Append($"Content-Length: {StatedLength ?? Body.Length}\r\n");
        foreach (var header in Headers) head.Append($"{header}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n"), cancellationToken);
        do await stream.WriteAsync(Body, cancellationToken);
        while (IsEndless);
    }
}
