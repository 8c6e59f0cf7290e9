using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace PaperGraph.GraphQL.Http;

/// <summary>Executes operations for connections that carry the responses of many, within the limits of the endpoint.</summary>
/// <param name="requests">Permits operations while they are executed.</param>
/// <param name="subscriptions">Permits operations with many responses, from the first to the last of them.</param>
internal sealed class OperationRunner(
    Engine engine,
    GraphQLHttpOptions options,
    ConcurrencyLimiter requests,
    ConcurrencyLimiter subscriptions,
    IServiceScopeFactory scopes)
{
    /// <summary>
    /// The responses to a request, one or many. The enumeration completes synchronously up to the first response that has to be waited for.
    /// </summary>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync(
        GraphQLRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await ExecuteAsync(request, scope.ServiceProvider, cancellationToken);
        if (result is GraphQLResponse response)
        {
            yield return response;
            yield break;
        }
        using var responses = (GraphQLResponseStream)result;
        using var permit = subscriptions.AttemptAcquire();
        if (!permit.IsAcquired)
        {
            yield return responses.Refuse(RequestError.TooManySubscriptions(options.MaxSubscriptions).ToError());
            yield break;
        }
        await foreach (var next in responses.WithCancellation(cancellationToken)) yield return next;
    }

    private async ValueTask<GraphQLResult> ExecuteAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        using var permit = requests.AttemptAcquire();
        return permit.IsAcquired
            ? await engine.ExecuteAsync(request, services, cancellationToken)
            : RequestError.Overloaded(options.MaxConcurrentRequests).ToResponse();
    }
}
