using System.Runtime.CompilerServices;
using PaperGraph.GraphQL;

namespace PaperGraph.Testing;

/// <summary>Results of the engine for tests that do not care which of the two kinds they are of.</summary>
public static class EngineExtensions
{
    /// <summary>The only response to a request.</summary>
    public static async Task<GraphQLResponse> RespondAsync(
        this Engine engine, GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken = default) =>
        (GraphQLResponse)await engine.ExecuteAsync(request, services, cancellationToken);

    /// <summary>The responses to a request, however many there are.</summary>
    public static async IAsyncEnumerable<GraphQLResponse> StreamAsync(
        this Engine engine,
        GraphQLRequest request,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var result = await engine.ExecuteAsync(request, services, cancellationToken);
        if (result is GraphQLResponse response)
        {
            yield return response;
            yield break;
        }
        using var responses = (GraphQLResponseStream)result;
        await foreach (var next in responses.WithCancellation(cancellationToken)) yield return next;
    }
}
