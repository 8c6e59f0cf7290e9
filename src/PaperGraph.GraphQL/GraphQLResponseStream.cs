using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Subscriptions;

namespace PaperGraph.GraphQL;

/// <summary>
/// The responses to a subscription, one for each event, or to an operation that defers or streams, one for each part of the answer.
/// Nothing is executed before the stream is enumerated, which can be done once. It ends when the source of the events does, or with the
/// enumeration. Whoever takes a response writes and disposes of it before asking for the next. A client that does not take many
/// responses is answered with <see cref="Refuse"/> instead.
/// </summary>
public sealed class GraphQLResponseStream : GraphQLResult, IAsyncEnumerable<GraphQLResponse>
{
    private readonly PreparedRequest prepared;
    private readonly IServiceProvider services;
    private readonly EngineOptions options;
    private readonly RequestWatch watch;
    private bool isTaken;

    internal GraphQLResponseStream(PreparedRequest prepared, IServiceProvider services, EngineOptions options, RequestWatch watch)
    {
        this.prepared = prepared;
        this.services = services;
        this.options = options;
        this.watch = watch;
    }

    /// <summary>Whether this is a subscription; else the operation defers or streams parts of its answer.</summary>
    public bool IsSubscription => prepared.IsSubscription;

    /// <param name="cancellationToken">Ends the execution and the stream.</param>
    /// <exception cref="InvalidOperationException">The stream was enumerated or refused before, or disposed of.</exception>
    public IAsyncEnumerator<GraphQLResponse> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        Take();
        return RespondAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>A response with an error in place of the stream, which is then not executed.</summary>
    /// <exception cref="InvalidOperationException">The stream was enumerated or refused before, or disposed of.</exception>
    public GraphQLResponse Refuse(GraphQLError error)
    {
        Take();
        var response = GraphQLResponse.RequestError(error);
        watch.Answered(response);
        watch.End();
        return response;
    }

    /// <summary>A stream that nobody has enumerated is a request that was given up.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (isTaken) return;
        isTaken = true;
        watch.Dispose();
    }

    private void Take()
    {
        if (isTaken)
            throw new InvalidOperationException("The responses to a request can be asked for once, before their stream is disposed of.");
        isTaken = true;
    }

    private async IAsyncEnumerable<GraphQLResponse> RespondAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (watch)
        {
            watch.Resume();
            var responses = prepared.IsSubscription
                ? new Subscriber(prepared, services, options, watch).RespondAsync(cancellationToken)
                : Delivery.RespondAsync(prepared, services, options, watch, cancellationToken);
            await foreach (var response in responses) yield return response;
        }
    }
}
