using System.Runtime.CompilerServices;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Subscriptions;
using PaperGraph.GraphQL.Types;
using PaperGraph.GraphQL.Validation;

namespace PaperGraph.GraphQL;

/// <summary>Answers requests against a schema. One for the life of a program, used by many requests at once.</summary>
public sealed class Engine(Schema schema, EngineOptions options)
{
    private readonly DocumentCache documents = new(options.Limits.CachedDocuments);
    private readonly ParserLimits parserLimits = new() { MaxTokens = options.Limits.MaxTokens, MaxDepth = options.Limits.MaxSyntaxDepth };

    public Schema Schema { get; } = schema;

    public EngineOptions Options { get; } = options;

    /// <summary>
    /// Parses, validates and executes a request. Never throws for what a client sent; throws
    /// <see cref="OperationCanceledException"/> only where <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    public async Task<GraphQLResponse> ExecuteAsync(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken = default)
    {
        try
        {
            if (PrepareRequest(request, out var plan, out var variables) is { } refusal) return refusal;
            if (plan!.Operation.Operation == OperationType.Subscription)
                return Refuse("Subscriptions are answered with many responses; ask for them over a transport that carries these.", ErrorCodes.OperationResolutionFailure);
            if (plan.IsIncremental) return RefuseIncremental();
            return await Executor.ExecuteWithinTimeAsync(plan, variables!, services, Options, Executor.NoRoot, cancellationToken);
        }
#pragma warning disable CA1031 // A mistake of the engine's: the host is told what it was, the client that there was one.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Unexpected(exception);
        }
    }

    /// <summary>
    /// As <see cref="ExecuteAsync"/>, for transports that carry many responses to a request: one for each event of a subscription, one
    /// for each part of an answer that is deferred or streamed, one for anything else. The stream ends when the source of the events
    /// does, or with the enumeration. Each response is written and disposed by whoever takes it before the next is asked for.
    /// </summary>
    public async IAsyncEnumerable<GraphQLResponse> StreamAsync(
        GraphQLRequest request,
        IServiceProvider services,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var single = Subscribe(request, services, cancellationToken, out var responses) ?? (responses is null
            ? await ExecuteAsync(request, services, cancellationToken)
            : null);
        if (single is not null) yield return single;
        if (responses is null) yield break;
        await foreach (var response in responses) yield return response;
    }

    /// <summary>The responses of a subscription, or the one that refuses it; neither where the operation is none.</summary>
    private GraphQLResponse? Subscribe(
        GraphQLRequest request,
        IServiceProvider services,
        CancellationToken cancellationToken,
        out IAsyncEnumerable<GraphQLResponse>? responses)
    {
        responses = null;
        try
        {
            if (PrepareRequest(request, out var plan, out var variables) is { } refusal) return refusal;
            if (plan!.IsIncremental && !request.AcceptsIncremental) return RefuseIncremental();
            if (plan.Operation.Operation != OperationType.Subscription)
            {
                if (plan.IsIncremental) responses = Delivery.RespondAsync(plan, variables!, services, Options, cancellationToken);
                return null;
            }
            var subscriber = new Subscriber(plan, variables!, services, Options);
            if (subscriber.CreateSourceEventStream(cancellationToken, out var unsubscribed) is not { } source) return unsubscribed;
            responses = subscriber.MapSourceToResponseEvent(source, cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // As in ExecuteAsync.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return Unexpected(exception);
        }
    }

    /// <summary>Everything before execution. Null where the request can be executed, else the response that refuses it.</summary>
    private GraphQLResponse? PrepareRequest(GraphQLRequest request, out Plan? plan, out VariableValues? variables)
    {
        (plan, variables) = (null, null);
        if (request.Query is not { } text) return Refuse("The request has no query.", ErrorCodes.BadUserInput);

        var errors = new List<GraphQLError>();
        var document = documents.Find(text) ?? Prepare(text, errors);
        if (document is null) return GraphQLResponse.RequestError(errors);

        if (document.GetOperation(request.OperationName, out var problem) is not { } operation)
            return Refuse(problem, ErrorCodes.OperationResolutionFailure);
        var kind = operation.Node.Operation;
        if (Schema.RootType(kind) is null)
            return Refuse($"The schema has no {NameOf(kind)} type.", ErrorCodes.OperationResolutionFailure);
        if (request.QueriesOnly && kind != OperationType.Query)
            return Refuse($"Only queries are answered here; this is a {NameOf(kind)}.", ErrorCodes.OperationNotAllowed);

        variables = VariableCoercion.CoerceVariableValues(Schema, operation.Node, request.Variables, Options.Limits, errors);
        if (errors.Count > 0) return GraphQLResponse.RequestError(errors);
        plan = operation.PlanFor(variables, out problem);
        return plan is null ? Refuse(problem, ErrorCodes.BadUserInput) : null;
    }

    /// <summary>Null where there are errors.</summary>
    private PreparedDocument? Prepare(string text, List<GraphQLError> errors)
    {
        try
        {
            var document = Parser.Parse(text, parserLimits);
            errors.AddRange(Validator.Validate(Schema, document, Options.Limits.MaxErrors));
            if (errors.Count > 0) return null;
            var prepared = new PreparedDocument(Schema, document);
            errors.AddRange(prepared.PassedLimits(Options.Limits));
            if (errors.Count > 0) return null;
            documents.Keep(text, prepared);
            return prepared;
        }
        catch (SyntaxException exception)
        {
            errors.Add(exception.ToError());
            return null;
        }
    }

    private static string NameOf(OperationType operation) => operation.ToString().ToLowerInvariant();

    private GraphQLResponse Unexpected(Exception exception)
    {
        Options.OnUnexpectedError?.Invoke(exception, "request");
        return GraphQLResponse.RequestError(new GraphQLError(UnexpectedError.Message)
        {
            Code = ErrorCodes.InternalError,
            Extensions = UnexpectedError.Trace,
        });
    }

    private static GraphQLResponse RefuseIncremental() => Refuse(
        "The document defers or streams, which is answered in several parts, and the request accepts no such answer.",
        ErrorCodes.IncrementalNotAccepted);

    private static GraphQLResponse Refuse(string message, string code) =>
        GraphQLResponse.RequestError(new GraphQLError(message) { Code = code });
}
