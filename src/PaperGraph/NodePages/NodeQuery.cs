using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.GraphQL;

namespace PaperGraph.NodePages;

/// <summary>Asks the engine in this process, as any client could over HTTP.</summary>
internal static class NodeQuery
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string ReadDocument(string name)
    {
        using var reader = new StreamReader(typeof(NodeQuery).Assembly.GetManifestResourceStream($"node/queries/{name}.graphql")!);
        return reader.ReadToEnd();
    }

    public static async Task<NodeAnswer<T>> AskAsync<T>(
        Engine engine, IServiceProvider services, string document, JsonObject variables, CancellationToken cancellationToken)
        where T : class
    {
        var request = new GraphQLRequest
        {
            Query = document,
            Variables = JsonSerializer.SerializeToElement(variables),
            NoMutations = true,
        };
        using var response = (GraphQLResponse)await engine.ExecuteAsync(request, services, cancellationToken);
        if (response.Errors is [var error, ..]) return new NodeAnswer<T>(null, error, response.RetryAfter, IsProvisional: true);

        var body = new ArrayBufferWriter<byte>();
        response.WriteTo(body);
        using var answer = JsonDocument.Parse(body.WrittenMemory);
        return new NodeAnswer<T>(answer.RootElement.GetProperty("data").Deserialize<T>(Json), null, null, response.Notice is not null);
    }
}

/// <param name="IsProvisional">Whether it will be another in a moment, because an import is going on, or something is in the way.</param>
internal sealed record NodeAnswer<T>(T? Data, GraphQLError? Error, TimeSpan? RetryAfter, bool IsProvisional)
    where T : class;
