using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL;

/// <summary>Answers requests against a schema. One for the life of a program, used by many requests at once.</summary>
public sealed class Engine(Schema schema, EngineOptions options)
{
    public Schema Schema { get; } = schema;

    public EngineOptions Options { get; } = options;

    /// <summary>
    /// Parses, validates and executes a request. Never throws for what a client sent; throws
    /// <see cref="OperationCanceledException"/> only where <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    public Task<GraphQLResponse> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
