using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Subscriptions;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL;

/// <summary>Answers requests against a schema. One for the life of a program, used by many requests at once.</summary>
/// <exception cref="ArgumentException">A limit is one that cannot be held.</exception>
public sealed class Engine(Schema schema, EngineOptions options)
{
    private readonly RequestPreparation preparation = new(schema, options.Limits.Checked());

    public Schema Schema { get; } = schema;

    public EngineOptions Options { get; } = options;

    /// <summary>
    /// What keeps a document from being executed, whichever of its operations is chosen with whatever variables; empty where nothing
    /// does. One that passes is kept like one that was executed.
    /// </summary>
    public IReadOnlyList<GraphQLError> Check(string document) => preparation.Check(document);

    /// <summary>
    /// Parses, validates and executes a request. Never throws for what a client sent; throws
    /// <see cref="OperationCanceledException"/> only where <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    public async Task<GraphQLResponse> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken = default)
    {
        var watch = new RequestWatch(Options, request);
        try
        {
            var prepared = Prepare(request, watch, cancellationToken, out var refusal);
            var response = prepared switch
            {
                null => refusal!,
                { Cost: { Reporting: CostReporting.Validate } cost } => new CostResponse(cost),
                { IsSubscription: true } => new SeveralResponses(SubscriptionRefused, prepared, watch),
                { Plan.IsIncremental: true } => new SeveralResponses(IncrementalRefused, prepared, watch),
                _ => await ExecuteAsync(prepared, services, watch, cancellationToken),
            };
            if (response is SeveralResponses) return response;
            watch.Answered(response);
            watch.End();
            response.Notice = Options.Notice?.Invoke();
            return response;
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    /// <summary>
    /// As <see cref="ExecuteAsync(GraphQLRequest, IServiceProvider, CancellationToken)"/>, for transports that carry many responses to
    /// a request: one for each event of a subscription, one for each part of an answer that is deferred or streamed, one for anything
    /// else. The stream ends when the source of the events does, or with the enumeration. Each response is written and disposed by
    /// whoever takes it before the next is asked for.
    /// </summary>
    public async IAsyncEnumerable<GraphQLResponse> StreamAsync(
        GraphQLRequest request,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var watch = new RequestWatch(Options, request);
        var prepared = Prepare(request, watch, cancellationToken, out var refusal);
        var only = prepared switch
        {
            null => refusal!,
            { Cost: { Reporting: CostReporting.Validate } cost } => new CostResponse(cost),
            { Plan.IsIncremental: true } when !request.AcceptsIncremental => GraphQLResponse.RequestError(IncrementalRefused),
            { IsSubscription: false, Plan.IsIncremental: false } => await ExecuteAsync(prepared, services, watch, cancellationToken),
            _ => null,
        };
        if (only is not null)
        {
            watch.Answered(only);
            watch.End();
            only.Notice = Options.Notice?.Invoke();
            yield return only;
            yield break;
        }
        await foreach (var response in RespondAsync(prepared!, services, watch, cancellationToken)) yield return response;
    }

    /// <summary>
    /// The responses to a request that <see cref="ExecuteAsync(GraphQLRequest, IServiceProvider, CancellationToken)"/> refused with
    /// <see cref="ErrorCodes.StreamExpected"/> or <see cref="ErrorCodes.IncrementalNotAccepted"/>, for transports that carry them after
    /// all. To be asked for once, before the refusal is disposed of.
    /// </summary>
    /// <exception cref="ArgumentException">The response refuses nothing of that kind.</exception>
    /// <exception cref="InvalidOperationException">The responses were asked for already, or the refusal was disposed of.</exception>
    public IAsyncEnumerable<GraphQLResponse> StreamAsync(
        GraphQLResponse refused,
        IServiceProvider services,
        CancellationToken cancellationToken = default)
    {
        if (refused is not SeveralResponses several)
            throw new ArgumentException("The response is not one that refuses to answer several times.", nameof(refused));
        var (prepared, watch) = several.Take();
        return TakeUpAsync(prepared, services, watch, cancellationToken);
    }

    private async IAsyncEnumerable<GraphQLResponse> TakeUpAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        RequestWatch watch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (watch)
        {
            watch.Resume();
            await foreach (var response in RespondAsync(prepared, services, watch, cancellationToken)) yield return response;
        }
    }

    private IAsyncEnumerable<GraphQLResponse> RespondAsync(
        PreparedRequest prepared, IServiceProvider services, RequestWatch watch, CancellationToken cancellationToken) =>
        prepared.IsSubscription
            ? new Subscriber(prepared, services, Options, watch).RespondAsync(cancellationToken)
            : Delivery.RespondAsync(prepared, services, Options, watch, cancellationToken);

    private PreparedRequest? Prepare(
        GraphQLRequest request, RequestWatch watch, CancellationToken cancellationToken, out GraphQLResponse? refusal)
    {
        using var deadline = new Deadline(Options, watch.Started, cancellationToken);
        var prepared = default(PreparedRequest);
        try
        {
            prepared = preparation.Prepare(request, deadline, out refusal);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            refusal = GraphQLResponse.RequestError(Executor.TimeIsOver(Options, []));
        }
#pragma warning disable CA1031 // A mistake of the engine's: the host is told what it was, the client that there was one.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            refusal = Unexpected(exception);
        }
        watch.Prepared(prepared);
        return prepared;
    }

    private async ValueTask<GraphQLResponse> ExecuteAsync(
        PreparedRequest prepared,
        IServiceProvider services,
        RequestWatch watch,
        CancellationToken cancellationToken)
    {
        try
        {
            return await Executor.ExecuteWithinTimeAsync(prepared, services, Options, Executor.NoRoot, watch, cancellationToken);
        }
#pragma warning disable CA1031 // As in Prepare.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Unexpected(exception);
        }
    }

    private GraphQLResponse Unexpected(Exception exception)
    {
        Options.OnUnexpectedError?.Invoke(exception, "request");
        return GraphQLResponse.RequestError(new GraphQLError(UnexpectedError.Message)
        {
            Code = ErrorCodes.InternalError,
            Extensions = UnexpectedError.Trace,
        });
    }

    private static GraphQLError SubscriptionRefused => new(
        "Subscriptions are answered with many responses; ask for them over a transport that carries these.")
    {
        Code = ErrorCodes.StreamExpected,
    };

    private static GraphQLError IncrementalRefused => new(
        "The document defers or streams, which is answered in several parts, and the request accepts no such answer.")
    {
        Code = ErrorCodes.IncrementalNotAccepted,
    };
}
