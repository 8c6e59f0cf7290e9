using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace PaperGraph.Tests.Databases;

/// <summary>Stands before a database as poolers do, and like some of them takes no options with the start of a connection.</summary>
internal sealed class PoolerWithoutOptions : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder database;

    public PoolerWithoutOptions(string connectionString)
    {
        database = new(connectionString);
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        _ = ServeAsync();
    }

    public string ConnectionString { get; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync());
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var held = client;
        var stream = client.GetStream();
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        var start = new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4];
        await stream.ReadExactlyAsync(start);
        if (Encoding.UTF8.GetString(start).Contains("\0options\0", StringComparison.Ordinal))
        {
            var fields = "SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0"u8.ToArray();
            var size = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(size, fields.Length + 4);
            await stream.WriteAsync((byte[])[(byte)'E', .. size, .. fields]);
            return;
        }
        using var socket = await ConnectAsync();
        await using var behind = new NetworkStream(socket);
        await behind.WriteAsync((byte[])[.. length, .. start]);
        await Task.WhenAny(stream.CopyToAsync(behind), behind.CopyToAsync(stream));
    }

    private async Task<Socket> ConnectAsync()
    {
        EndPoint end = database.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint($"{database.Host}/.s.PGSQL.{database.Port}")
            : new DnsEndPoint(database.Host, database.Port);
        var socket = database.Host.StartsWith('/')
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(end);
        return socket;
    }
}
