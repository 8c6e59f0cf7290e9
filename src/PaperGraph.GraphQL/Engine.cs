using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL;

/// <summary>Answers requests against a schema. Make one engine for the life of a program; many requests may use it at once.</summary>
/// <exception cref="ArgumentException">A limit is one that cannot be held.</exception>
public sealed class Engine(Schema schema, EngineOptions options)
{
    private readonly RequestPreparer preparer = new(schema, options.Limits.Checked());

    public Schema Schema { get; } = schema;

    public EngineOptions Options { get; } = options;

    /// <summary>The estimated bytes of the documents that are kept.</summary>
    internal long CachedBytes => preparer.CachedBytes;

    /// <summary>
    /// What keeps a document from being executed, whichever of its operations is chosen with whatever variables; empty where nothing
    /// does. One that passes is kept like one that was executed.
    /// </summary>
    public IReadOnlyList<GraphQLError> Check(string document) => preparer.Check(document);

    /// <summary>
    /// Parses, validates and executes a request. The result is one response; or, for a subscription and for an operation that defers or
    /// streams, a stream of responses that executes when it is enumerated. Never throws for what a client sent; throws
    /// <see cref="OperationCanceledException"/> only where <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    /// <param name="services">The services that resolvers are given; they must outlive the result.</param>
    public async Task<GraphQLResult> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken = default)
    {
        var watch = new RequestWatch(Options, request);
        try
        {
            var preparation = Prepare(request, watch, cancellationToken);
            if (preparation is PreparedRequest { HasManyResponses: true } many)
                return new GraphQLResponseStream(many, services, Options, watch);
            var response = preparation switch
            {
                PreparedRequest { Cost: { Reporting: CostReporting.Validate } cost } => new CostResponse(cost),
                PreparedRequest prepared => await ExecuteAsync(prepared, services, watch, cancellationToken),
                RefusedRequest refused => refused.Response,
                _ => throw new InvalidOperationException("A preparation is either prepared or refused."),
            };
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

    private RequestPreparation Prepare(GraphQLRequest request, RequestWatch watch, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(Options, watch.Started, cancellationToken);
        RequestPreparation result;
        try
        {
            result = preparer.Prepare(request, deadline);
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            result = new RefusedRequest(GraphQLResponse.RequestError(Executor.TimeIsOver(Options, [])));
        }
#pragma warning disable CA1031 // A mistake of the engine's: the host is told what it was, the client that there was one.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            result = new RefusedRequest(Unexpected(exception));
        }
        watch.Prepared(result as PreparedRequest);
        return result;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
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
}
