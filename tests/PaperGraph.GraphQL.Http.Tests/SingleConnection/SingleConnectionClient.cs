using System.Net.Http.Json;
using System.Text;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.SingleConnection;

/// <summary>A client with one stream of events for all its operations, that asks what a test says.</summary>
internal sealed class SingleConnectionClient(GraphQLServer server, string token) : IDisposable
{
    private static readonly HttpClient Http = new();

    private HttpResponseMessage? opened;
    private StreamReader? events;

    public string Token => token;

    public static async Task<SingleConnectionClient> ReserveAsync(GraphQLServer server)
    {
        var answer = await new Client(server).SendAsync(HttpMethod.Put, contentType: null);
        answer.Status.ShouldBe(201, answer.Body);
        answer.ContentType.ShouldBe("text/plain; charset=utf-8");
        return new SingleConnectionClient(server, answer.Body);
    }

    public static async Task<SingleConnectionClient> OpenAsync(GraphQLServer server)
    {
        var client = await ReserveAsync(server);
        await client.OpenAsync();
        return client;
    }

    public async Task OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"?token={token}"));
        request.Headers.Add("Accept", "text/event-stream");
        opened = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        events = new StreamReader(await opened.Content.ReadAsStreamAsync());
    }

    /// <summary>How an attempt to open the stream is answered, where it is refused.</summary>
    public Task<Answer> TryOpenAsync() => new Client(server).GetAsync($"?token={token}", "text/event-stream");

    public Task<Answer> StartAsync(string id, string query) =>
        SendAsync(HttpMethod.Post, "", JsonContent.Create(new { query, extensions = new { operationId = id } }));

    public Task<Answer> StopAsync(string id) => SendAsync(HttpMethod.Delete, $"?operationId={id}");

    public async Task<Answer> SendAsync(HttpMethod method, string query, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Address, query));
        request.Headers.Add("X-GraphQL-Event-Stream-Token", token);
        request.Content = content;
        return await Client.SendAsync(request);
    }

    /// <summary>The next event, such as <c>next {"id":"1"}</c>; a comment is <c>:</c>. Null where the stream has ended.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var received = new StringBuilder();
        while (await events!.ReadLineAsync() is { Length: > 0 } line) received.Append(line);
        return received.Length == 0 ? null : received.ToString().Replace("event: ", "").Replace("data: ", " ");
    }

    public void Dispose() => opened?.Dispose();
}
