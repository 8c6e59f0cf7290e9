using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PaperGraph.Benchmarks;

/// <summary>Requests a second of the graph as a part of what a bare endpoint reaches, the two taking turns.</summary>
internal static class HttpMeasure
{
    private const int Connections = 16;

    private const int Rounds = 5;

    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private const string PaperQuery = """
        query($slug: String!) {
          paper(by: { slug: $slug }) {
            title
            publishedOn
            concepts { edges { weight node { name kind } } }
            repositories { nodes { url } }
            organizations { nodes { name } }
          }
        }
        """;

    public static async Task RunAsync(BenchmarkServer server, string slug)
    {
        using var client = CreateClient(server);
        Console.WriteLine($"Requests over {Connections} connections, {Rounds} rounds of {Round.TotalSeconds} seconds each way; load from the same machine");
        Console.WriteLine("                         bare, a second   graph, a second   ratio");
        await CompareAsync(client, "{ __typename }", Body("{ __typename }"), "/bare/nothing");
        await CompareAsync(client, "paper(by:) { … }", Body(PaperQuery, new { slug }), $"/bare/paper/{slug}");
    }

    public static HttpClient CreateClient(BenchmarkServer server) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = server.Address };

    private static byte[] Body(string query, object? variables = null) => JsonSerializer.SerializeToUtf8Bytes(new { query, variables });

    private static async Task CompareAsync(HttpClient client, string name, byte[] body, string bare)
    {
        await AgreeAsync(client, body, bare);
        await CountAsync(client, bare, body, Warmup);
        await CountAsync(client, "/graphql", body, Warmup);

        double bareRate = 0, graphRate = 0;
        for (var round = 0; round < Rounds; round++)
        {
            bareRate += await CountAsync(client, bare, body, Round) / Rounds;
            graphRate += await CountAsync(client, "/graphql", body, Round) / Rounds;
        }
        Console.WriteLine($"  {name,-20} {bareRate,16:N0} {graphRate,17:N0} {graphRate / bareRate,7:N2}");
    }

    /// <summary>Both give the same answer, or the comparison means nothing.</summary>
    public static async Task AgreeAsync(HttpClient client, byte[] body, string other)
    {
        using var expected = JsonDocument.Parse(await AskAsync(client, other, body));
        using var actual = JsonDocument.Parse(await AskAsync(client, "/graphql", body));
        if (!JsonElement.DeepEquals(expected.RootElement, actual.RootElement))
            throw new InvalidOperationException($"The answers differ.\nother: {expected.RootElement}\ngraph: {actual.RootElement}");
    }

    /// <summary>Answers a second.</summary>
    public static async Task<double> CountAsync(HttpClient client, string path, byte[] body, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var count = 0;
            for (; watch.Elapsed < duration; count++) await AskAsync(client, path, body);
            return count;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<byte[]> AskAsync(HttpClient client, string path, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/graphql-response+json"));
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }
}
