using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace PaperGraph.Testing;

/// <summary>The API of a container engine (Docker, or Podman in its likeness) over its socket.</summary>
internal sealed class ContainerEngine
{
    private readonly HttpClient client;

    private ContainerEngine(HttpClient client, string host, bool isLocal) =>
        (this.client, Host, IsLocal) = (client, host, isLocal);

    /// <summary>Where ports of containers are reached.</summary>
    public string Host { get; }

    /// <summary>Whether the engine runs on this machine, so that nobody else need reach those ports.</summary>
    public bool IsLocal { get; }

    /// <summary>The engine that DOCKER_HOST names, else one at a usual socket; null where none answers.</summary>
    public static async Task<ContainerEngine?> FindAsync()
    {
        foreach (var address in Addresses())
            if (At(address) is { } engine && await engine.AnswersAsync()) return engine;
        return null;
    }

    public async Task<bool> HasImageAsync(string image)
    {
        using var answer = await client.GetAsync(new Uri($"images/{image}/json", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>The first running container with a label, as the engine describes it.</summary>
    public async Task<JsonNode?> FindRunningAsync(string label)
    {
        var filters = Uri.EscapeDataString(new JsonObject { ["label"] = new JsonArray(label) }.ToJsonString());
        var running = await client.GetFromJsonAsync<JsonArray>(new Uri($"containers/json?filters={filters}", UriKind.Relative));
        return running is [{ } first, ..] ? await InspectAsync((string)first["Id"]!) : null;
    }

    public async Task<string> RunAsync(JsonObject container)
    {
        using var created = await client.PostAsJsonAsync(new Uri("containers/create", UriKind.Relative), container);
        var answer = await created.Content.ReadFromJsonAsync<JsonNode>();
        if (!created.IsSuccessStatusCode) throw new InvalidOperationException($"The container engine refuses the test server: {answer}");
        var id = (string)answer!["Id"]!;
        using var started = await client.PostAsync(new Uri($"containers/{id}/start", UriKind.Relative), content: null);
        started.EnsureSuccessStatusCode();
        return id;
    }

    public async Task<JsonNode> InspectAsync(string id) =>
        (await client.GetFromJsonAsync<JsonNode>(new Uri($"containers/{id}/json", UriKind.Relative)))!;

    /// <summary>Ends a container at once; one that was created to be removed at its end is.</summary>
    public void Kill(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"containers/{id}/kill", UriKind.Relative));
        client.Send(request).Dispose();
    }

    private static IEnumerable<string> Addresses()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } given) return [given];
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") ?? "/nowhere";
        return
        [
            "unix:///var/run/docker.sock", $"unix://{runtime}/docker.sock", $"unix://{home}/.docker/run/docker.sock",
            $"unix://{runtime}/podman/podman.sock",
        ];
    }

    private static ContainerEngine? At(string address)
    {
        var uri = new Uri(address);
        if (uri.Scheme == "tcp") return new(new HttpClient { BaseAddress = new Uri($"http://{uri.Authority}/") }, uri.Host, isLocal: false);
        if (uri.Scheme != "unix" || !File.Exists(uri.AbsolutePath)) return null;
        var handler = new SocketsHttpHandler { ConnectCallback = (_, cancellationToken) => ConnectAsync(uri.AbsolutePath, cancellationToken) };
        return new(new HttpClient(handler) { BaseAddress = new Uri("http://engine/") }, "127.0.0.1", isLocal: true);
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<bool> AnswersAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            using var answer = await client.GetAsync(new Uri("_ping", UriKind.Relative), timeout.Token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception silent) when (silent is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
