using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PaperGraph.Ingest.Tests.Interruptions;

/// <summary>
/// Stands between a client and PostgreSQL, counts the requests of the client, and cuts all connections before a given one. What the server
/// sees then is what it sees of a process that is killed, or of a network that is gone: clients that send no more. Something else can
/// happen in place of the cut.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource cut = new();
    private readonly ConcurrentBag<Task> relays = [];
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly int? at;
    private readonly Func<Task>? happening;
    private readonly Task accepting;
    private int requests;

    /// <param name="at">The request before which connections are cut, counted from 1; null for none.</param>
    /// <param name="happening">What happens before that request instead; the request is passed on then.</param>
    public CuttingProxy(string connectionString, int? at, Func<Task>? happening = null)
    {
        (server, this.at, this.happening) = (new NpgsqlConnectionStringBuilder(connectionString), at, happening);
        listener.Start();
        accepting = AcceptAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>How many requests came: each ends in a message after which the client waits for an answer.</summary>
    public int Requests => Volatile.Read(ref requests);

    public async ValueTask DisposeAsync()
    {
        await cut.CancelAsync();
        await accepting;
        await Task.WhenAll(relays);
        cut.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(cut.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Nobody connects any more.
        }
        listener.Stop();
    }

    private async Task RelayAsync(TcpClient accepted)
    {
        using var client = accepted;
        try
        {
            using var toServer = await ConnectAsync();
            await using var there = new NetworkStream(toServer);
            await using var here = client.GetStream();
            await Task.WhenAny(SendAsync(here, there), there.CopyToAsync(here, cut.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // It is cut.
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var isFolder = server.Host!.StartsWith('/');
        EndPoint address = isFolder
            ? new UnixDomainSocketEndPoint($"{server.Host}/.s.PGSQL.{server.Port}")
            : new DnsEndPoint(server.Host, server.Port);
        var socket = isFolder
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address, cut.Token);
        return socket;
    }

    /// <summary>Messages of a client: the first is a length and a body, the others have a letter before the length.</summary>
    private async Task SendAsync(Stream from, Stream to)
    {
        var head = new byte[5];
        for (var isFirst = true; ; isFirst = false)
        {
            var length = isFirst ? 4 : 5;
            await from.ReadExactlyAsync(head.AsMemory(0, length), cut.Token);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(length - 4)) - 4];
            await from.ReadExactlyAsync(body, cut.Token);
            if (!isFirst && (char)head[0] is 'Q' or 'S' or 'c')
            {
                var request = Interlocked.Increment(ref requests);
                if (happening is not null && request == at) await happening();
                if (happening is null && request >= at)
                {
                    await cut.CancelAsync();
                    return;
                }
            }
            await to.WriteAsync(head.AsMemory(0, length), cut.Token);
            await to.WriteAsync(body, cut.Token);
        }
    }
}
