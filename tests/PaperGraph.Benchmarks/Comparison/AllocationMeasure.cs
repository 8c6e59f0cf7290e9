using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using PaperGraph.Data;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>
/// The memory that a request of each compared query allocates, all layers included: the server runs in this process, and the client is a
/// bare socket that allocates nothing.
/// </summary>
internal static class AllocationMeasure
{
    private const int Warmups = 2_000;

    private const int Requests = 2_000;

    /// <param name="only">Names of queries; all where there are none.</param>
    public static async Task RunAsync(int papers, IReadOnlyList<string> only)
    {
        await using var home = await GeneratedHome.OpenAsync(papers);
        await using var source = DataSources.CreateForReading(home.ConnectionString);
        var queries = await ComparisonWorkload.CreateAsync(source, only);
        await using var server = await BenchmarkServer.StartAsync(source);
        await using var database = CeilingServer.CreateDatabase(home.ConnectionString);
        await using var ceiling = CeilingServer.Create(database, "http://127.0.0.1:0");
        await ceiling.StartAsync();
        Console.WriteLine("| | bytes allocated a request | by the ceiling | bytes of the answer |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var query in queries)
        {
            var (ours, answered) = await MeasureAsync(server.Address, "graphql", query.GraphQLBodies);
            var (least, _) = await MeasureAsync(new Uri(ceiling.Urls.First()), query.Name, query.CeilingBodies);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {query.Name} {query.What} | {ours:N0} | {least:N0} | {answered:N0} |"));
        }
    }

    private static async Task<(long Allocated, long Answered)> MeasureAsync(Uri address, string path, IReadOnlyList<byte[]> bodies)
    {
        using var client = new BareClient(address);
        var requests = bodies.Select(body => BareClient.Request(path, body)).ToList();
        // Half of the time is for the methods to be compiled again with what was learnt.
        for (var i = 0; i < Warmups / 2; i++) client.Ask(requests[i % requests.Count]);
        await Task.Delay(TimeSpan.FromSeconds(1));
        for (var i = 0; i < Warmups / 2; i++) client.Ask(requests[i % requests.Count]);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        long answered = 0;
        for (var i = 0; i < Requests; i++) answered += client.Ask(requests[i % requests.Count]);
        return ((GC.GetTotalAllocatedBytes(precise: true) - before) / Requests, answered / Requests);
    }

    private sealed class BareClient : IDisposable
    {
        private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly byte[] buffer = new byte[1 << 20];

        public BareClient(Uri address) => socket.Connect(IPAddress.Loopback, address.Port);

        public static byte[] Request(string path, byte[] body) =>
        [
            .. Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"POST /{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")),
            .. body,
        ];

        /// <returns>The length of the answer's body.</returns>
        public int Ask(byte[] request)
        {
            socket.Send(request);
            var have = 0;
            while (true)
            {
                have += socket.Receive(buffer, have, buffer.Length - have, SocketFlags.None);
                var head = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
                if (head < 0) continue;
                var length = Length(buffer.AsSpan(0, head));
                if (have == head + 4 + length) return length;
            }
        }

        public void Dispose() => socket.Dispose();

        private static int Length(ReadOnlySpan<byte> head)
        {
            if (!head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head));
            var name = "Content-Length: "u8;
            var digits = head[(head.IndexOf(name) + name.Length)..];
            var length = 0;
            foreach (var digit in digits)
            {
                if (!char.IsAsciiDigit((char)digit)) break;
                length = 10 * length + digit - '0';
            }
            return length;
        }
    }
}
