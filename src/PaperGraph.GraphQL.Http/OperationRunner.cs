using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace PaperGraph.GraphQL.Http;

/// <summary>Executes operations for connections that carry the responses of many, within the limits of the endpoint.</summary>
/// <param name="requests">Places for operations while they are executed.</param>
/// <param name="subscriptions">Places for operations with many responses, from the first to the last of them.</param>
internal sealed class OperationRunner(Engine engine, Places requests, Places subscriptions, IServiceScopeFactory scopes)
{
    /// <summary>One response, or as many as there are. Until the first that has to be waited for, nothing has been.</summary>
    public async IAsyncEnumerable<GraphQLResponse> RunAsync(
        GraphQLRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var response = await AnswerOnceAsync(request, scope.ServiceProvider, cancellationToken);
        if (ResponseStatus.OutcomeOf(response) != Outcome.StreamExpected)
        {
            yield return response;
        }
        else if (!subscriptions.TryTake())
        {
            response.Dispose();
            yield return RequestError.TooManySubscriptions(subscriptions.Limit).ToResponse();
        }
        else
        {
            try
            {
                await foreach (var next in engine.StreamAsync(response, scope.ServiceProvider, cancellationToken)) yield return next;
            }
            finally
            {
                subscriptions.Leave();
            }
        }
    }

    private async ValueTask<GraphQLResponse> AnswerOnceAsync(
        GraphQLRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!requests.TryTake()) return RequestError.Overloaded(requests.Limit).ToResponse();
        try
        {
            return await engine.ExecuteAsync(request, services, cancellationToken);
        }
        finally
        {
            requests.Leave();
        }
    }
}
