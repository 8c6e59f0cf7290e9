using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperGraph.Benchmarks;

/// <summary>The memory of a server with ten thousand subscriptions to which nothing happens, each over a connection of its own.</summary>
internal static class IdleMeasure
{
    private const int Subscriptions = 10_000;

    private const int Warmup = 100;

    private const string OverWebSocket =
        "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n";

    private const string OverEvents =
        "GET /graphql?query=subscription%7Bevents%7D HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

    public static async Task RunAsync()
    {
        Console.WriteLine($"Memory of a server with {Subscriptions:N0} idle subscriptions, the clients in another process");
        Console.WriteLine("                       before, MB   with them, MB   bytes each   of these live");
        await MeasureAsync("WebSocket", [
            Encoding.ASCII.GetBytes(OverWebSocket),
            Frame("""{"type":"connection_init"}"""),
            Frame("""{"id":"1","type":"subscribe","payload":{"query":"subscription { events }"}}""")]);
        await MeasureAsync("Server-Sent Events", [Encoding.ASCII.GetBytes(OverEvents)]);
        Console.WriteLine();
    }

    private static async Task MeasureAsync(string name, byte[][] messages)
    {
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, IdleServer.Argument)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var address = new IPEndPoint(IPAddress.Loopback, port);

        var first = await ConnectAsync(address, messages, Warmup);
        var before = await AskAsync(server, Warmup);
        var others = await ConnectAsync(address, messages, Subscriptions - Warmup);
        var after = await AskAsync(server, Subscriptions);

        Console.WriteLine(
            $"  {name,-20} {before.All / 1e6,10:N0} {after.All / 1e6,15:N0} {(after.All - before.All) / others.Count,12:N0} "
            + $"{(after.Live - before.Live) / others.Count,15:N0}");
        foreach (var socket in first.Concat(others)) socket.Dispose();
        server.StandardInput.Close();
        await server.WaitForExitAsync();
    }

    /// <summary>Connections on each of which the server has answered all messages.</summary>
    private static async Task<List<Socket>> ConnectAsync(IPEndPoint address, byte[][] messages, int count)
    {
        var buffer = new byte[4096];
        var sockets = new List<Socket>(count);
        for (var number = 0; number < count; number++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address);
            foreach (var message in messages)
            {
                await socket.SendAsync(message);
                if (message != messages[^1] || messages.Length == 1) await socket.ReceiveAsync(buffer);
            }
            sockets.Add(socket);
        }
        return sockets;
    }

    /// <summary>The server's memory in bytes, when it has as many subscriptions as it should.</summary>
    private static async Task<(long All, long Live)> AskAsync(Process server, int subscriptions)
    {
        while (true)
        {
            await server.StandardInput.WriteLineAsync();
            var figures = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            var numbers = Array.ConvertAll(figures, figure => long.Parse(figure, CultureInfo.InvariantCulture));
            if (numbers[0] == subscriptions) return (numbers[1], numbers[2]);
        }
    }

    /// <summary>A text message as a client sends it: masked, though with zeros.</summary>
    private static byte[] Frame(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        return [0x81, (byte)(0x80 | bytes.Length), 0, 0, 0, 0, .. bytes];
    }
}
