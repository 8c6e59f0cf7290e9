using System.Buffers;
using System.Text;
using System.Text.Json;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Tests.Support;

/// <summary>An engine over a schema and bindings of a test, that answers in JSON text.</summary>
internal sealed class TestEngine : IServiceProvider
{
    public TestEngine(
        string schema, Action<FieldBindings> bind, EngineLimits? limits = null, Func<EngineOptions, EngineOptions>? configure = null)
    {
        var bindings = new FieldBindings();
        bind(bindings);
        var options = new EngineOptions
        {
            DataRequests = DataRequests,
            Limits = limits ?? new EngineLimits(),
            OnUnexpectedError = (exception, field) => Unexpected.Add($"{field}: {exception.Message}"),
        };
        Engine = new Engine(SchemaBuilder.Build(Parser.Parse(schema), bindings), configure?.Invoke(options) ?? options);
    }

    public Engine Engine { get; }

    public CountingRequestRunner DataRequests { get; } = new();

    /// <summary>What the host was told of, as "Type.field: message".</summary>
    public List<string> Unexpected { get; } = [];

    /// <summary>The only response to a request; an error with the code MANY_RESPONSES where there are many.</summary>
    public async Task<string> AnswerAsync(string query, string? variables = null, string? operation = null)
    {
        using var json = variables is null ? null : JsonDocument.Parse(variables, new JsonDocumentOptions { MaxDepth = 100_000 });
        var request = new GraphQLRequest { Query = query, Variables = json?.RootElement, OperationName = operation };
        var result = await Engine.ExecuteAsync(request, this, CancellationToken.None);
        using var response = result is GraphQLResponseStream stream
            ? stream.Refuse(new GraphQLError("There are many responses.") { Code = "MANY_RESPONSES" })
            : (GraphQLResponse)result;
        return GetText(response);
    }

    public static string GetText(GraphQLResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    object? IServiceProvider.GetService(Type serviceType) => null;
}
