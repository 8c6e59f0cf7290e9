using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http;

/// <summary>One address: a request is read, executed and answered.</summary>
internal sealed class GraphQLEndpoint(
    Engine engine, GraphQLHttpOptions options, RequestReader reader, CrossOrigin crossOrigin, ResponseStreams streams)
{
    private readonly Places requests = new(options.MaxConcurrentRequests);

    public async Task AnswerAsync(HttpContext context)
    {
        if (crossOrigin.Answer(context)) return;
        try
        {
            if (MediaTypes.Choose(context.Request.Headers.Accept) is { } mediaType) await AnswerAsync(context, mediaType);
            else await RefuseAsync(context, MediaType.Json, Refusal.NotAcceptable);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is no one to answer.
        }
    }

    private async Task AnswerAsync(HttpContext context, MediaType mediaType)
    {
        using var parameters = new RequestParameters();
        var refusal = CostHeader.Read(context.Request.Headers[CostHeader.Name], out var cost)
            ?? await reader.ReadAsync(context.Request, parameters, context.RequestAborted);
        if (refusal is not null)
        {
            await RefuseAsync(context, mediaType, refusal);
            return;
        }

        var request = parameters.ToRequest(noMutations: !HttpMethods.IsPost(context.Request.Method)) with { Cost = cost };
        var takesEvents = MediaTypes.TakesEvents(context.Request.Headers.Accept) && !HttpMethods.IsHead(context.Request.Method);
        var mustBeEvents = takesEvents && mediaType == MediaType.EventStream;
        var format = mustBeEvents ? StreamFormat.Events : await AnswerOnceAsync(context, mediaType, request, takesEvents);
        if (format is null || await streams.TrySendAsync(context, format, request with { AcceptsIncremental = true })) return;
        await RefuseAsync(context, mediaType, Refusal.TooManySubscriptions(options.MaxSubscriptions));
    }

    /// <summary>Null; but where there are several responses, how the client takes them.</summary>
    private async Task<StreamFormat?> AnswerOnceAsync(HttpContext context, MediaType mediaType, GraphQLRequest request, bool takesEvents)
    {
        if (!requests.TryTake())
        {
            await RefuseAsync(context, mediaType, Refusal.Overloaded(requests.Limit));
            return null;
        }
        try
        {
            using var response = await engine.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
            var outcome = OutcomeOf(response);
            if (outcome == Outcome.StreamExpected && takesEvents) return StreamFormat.Events;
            if (outcome == Outcome.StreamExpected && TakesParts(context.Request, response)) return StreamFormat.Parts;
            await WriteAsync(context, mediaType, request, outcome, response);
            return null;
        }
        finally
        {
            requests.Leave();
        }
    }

    /// <summary>Parts are for what is deferred or streamed; a subscription could be silent in them for too long.</summary>
    private static bool TakesParts(HttpRequest request, GraphQLResponse refused) =>
        refused.Errors[0].Code == ErrorCodes.IncrementalNotAccepted
        && !HttpMethods.IsHead(request.Method)
        && MediaTypes.TakesParts(request.Headers.Accept);

    private static Outcome OutcomeOf(GraphQLResponse response) => response switch
    {
        { IsRequestError: false } => Outcome.Executed,
        { Errors: [{ Code: ErrorCodes.OperationNotAllowed }] } => Outcome.QueryExpected,
        { Errors: [{ Code: ErrorCodes.StreamExpected or ErrorCodes.IncrementalNotAccepted }] } => Outcome.StreamExpected,
        { Errors: [{ Code: ErrorCodes.InternalError }] } => Outcome.Failed,
        _ => Outcome.Refused,
    };

    private Task WriteAsync(HttpContext context, MediaType mediaType, GraphQLRequest request, Outcome outcome, GraphQLResponse response) =>
        outcome switch
        {
            Outcome.QueryExpected => RefuseAsync(context, mediaType, Refusal.QueryExpected),
            Outcome.StreamExpected => RefuseAsync(context, mediaType, Refusal.StreamExpected(response)),
            Outcome.Executed when request is { NoMutations: true, DocumentId: not null } && response.Errors.Count == 0 =>
                ResponseWriter.WriteToKeepAsync(context, mediaType, options.MaxAge, response),
            _ => ResponseWriter.WriteAsync(context, mediaType, outcome, response),
        };

    private static async Task RefuseAsync(HttpContext context, MediaType mediaType, Refusal refusal)
    {
        if (ResponseStatus.AllowedMethods(refusal.Outcome) is { } methods) context.Response.Headers.Allow = methods;
        if (refusal.Outcome == Outcome.Overloaded) context.Response.Headers.RetryAfter = "1";
        using var response = refusal.ToResponse();
        await ResponseWriter.WriteAsync(context, mediaType, refusal.Outcome, response);
    }
}
