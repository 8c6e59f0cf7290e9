using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>One of the servers that are compared, in a process of its own that ends with this.</summary>
internal sealed class ComparedServer : IAsyncDisposable
{
    public const string ConnectionStringVariable = "PAPERGRAPH_BENCHMARK_DATABASE";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Uri root;
    private readonly string? path;

    private ComparedServer(string name, Process process, Uri root, string? path) =>
        (Name, this.process, this.root, this.path) = (name, process, root, path);

    public string Name { get; }

    public int ProcessId => process.Id;

    /// <summary>The endpoint, of a server that speaks GraphQL.</summary>
    public Uri GraphQL => new(root, path);

    /// <summary>Where it takes a query.</summary>
    public Uri AddressFor(ComparedQuery query) => new(root, path ?? query.Name);

    public IReadOnlyList<byte[]> BodiesFor(ComparedQuery query) => path is null ? query.CeilingBodies : query.GraphQLBodies;

    public static Task<ComparedServer> CeilingAsync(string connectionString) => StartAsync("ceiling", null, port => ThisProgram(
        CeilingServer.Argument, connectionString, port));

    public static Task<ComparedServer> PeerAsync(string connectionString) => StartAsync("GraphQL.NET", "peer", port => ThisProgram(
        Peer.PeerServer.Argument, connectionString, port));

    /// <summary>PaperGraph as it is shipped: what `dotnet publish` made of it, over its own PostgreSQL.</summary>
    public static Task<ComparedServer> PaperGraphAsync(string name, string program, string home) =>
        StartAsync(name, "graphql", port => new ProcessStartInfo(
        "dotnet", [program, "serve", "--home", home, "--no-sample", "--urls", $"http://127.0.0.1:{port}"]), readiness: "health/ready");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The connection string goes by the environment: arguments can be read by everybody.</summary>
    private static ProcessStartInfo ThisProgram(string argument, string connectionString, int port) =>
        new("dotnet", [typeof(ComparedServer).Assembly.Location, argument, $"http://127.0.0.1:{port}"])
        {
            Environment = { [ConnectionStringVariable] = connectionString },
        };

    /// <param name="readiness">What answers well when the server has all that it begins with; null where answering is enough.</param>
    private static async Task<ComparedServer> StartAsync(
        string name, string? path, Func<int, ProcessStartInfo> start, string? readiness = null)
    {
        var port = FreePort();
        var info = start(port);
        info.RedirectStandardOutput = true;
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new ComparedServer(name, process, new Uri($"http://127.0.0.1:{port}/"), path);
        await server.WaitUntilItAnswersAsync(readiness);
        return server;
    }

    private async Task WaitUntilItAnswersAsync(string? readiness)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromSeconds(0.1)))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server {Name} has ended by itself, with exit code {process.ExitCode}.");
            try
            {
                using var response = await client.GetAsync(new Uri(root, readiness));
                if (readiness is null || response.IsSuccessStatusCode) return;
                if (watch.Elapsed > StartTimeout) throw new InvalidOperationException($"The server {Name} is not ready in time.");
            }
            catch (HttpRequestException) when (watch.Elapsed < StartTimeout)
            {
                // It does not listen yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
