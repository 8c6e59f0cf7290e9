using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.ReservedStreams;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http;

/// <summary>One address: a request is read, executed and answered.</summary>
/// <param name="requests">Places for requests while they are answered.</param>
internal sealed class GraphQLEndpoint(
    Engine engine,
    GraphQLHttpOptions options,
    RequestReader reader,
    CrossOrigin crossOrigin,
    Places requests,
    ResponseStreams streams,
    ReservedStreamEndpoint reserved)
{
    public async Task AnswerAsync(HttpContext context)
    {
        if (crossOrigin.Answer(context)) return;
        try
        {
            if (ReservedStreamEndpoint.Concerns(context.Request)) await reserved.AnswerAsync(context);
            else if (MediaTypes.Choose(context.Request.Headers.Accept) is { } mediaType) await AnswerAsync(context, mediaType);
            else await ResponseWriter.RefuseAsync(context, MediaType.Json, Refusal.NotAcceptable);
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
            await ResponseWriter.RefuseAsync(context, mediaType, refusal);
            return;
        }

        var request = parameters.ToRequest(noMutations: !HttpMethods.IsPost(context.Request.Method)) with { Cost = cost };
        using var several = await AnswerOnceAsync(context, mediaType, request);
        if (several is null) return;
        if (FormatFor(context.Request, several) is not { } format)
        {
            await ResponseWriter.RefuseAsync(context, mediaType, Refusal.StreamExpected(several));
        }
        else if (!await streams.TrySendAsync(context, format, several))
        {
            await ResponseWriter.RefuseAsync(context, mediaType, Refusal.TooManySubscriptions(options.MaxSubscriptions));
        }
    }

    /// <summary>Null; but where there are several responses, what refuses to give one of them.</summary>
    private async Task<GraphQLResponse?> AnswerOnceAsync(HttpContext context, MediaType mediaType, GraphQLRequest request)
    {
        if (!requests.TryTake())
        {
            await ResponseWriter.RefuseAsync(context, mediaType, Refusal.Overloaded(requests.Limit));
            return null;
        }
        try
        {
            var response = await engine.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
            var outcome = ResponseStatus.OutcomeOf(response);
            if (outcome == Outcome.StreamExpected) return response;
            using (response) await WriteAsync(context, mediaType, request, outcome, response);
            return null;
        }
        finally
        {
            requests.Leave();
        }
    }

    /// <summary>Parts are for what is deferred or streamed; a subscription could be silent in them for too long.</summary>
    private static StreamFormat? FormatFor(HttpRequest request, GraphQLResponse refused)
    {
        if (HttpMethods.IsHead(request.Method)) return null;
        if (MediaTypes.TakesEvents(request.Headers.Accept)) return StreamFormat.Events;
        return refused.Errors[0].Code == ErrorCodes.IncrementalNotAccepted && MediaTypes.TakesParts(request.Headers.Accept)
            ? StreamFormat.Parts
            : null;
    }

    private Task WriteAsync(HttpContext context, MediaType mediaType, GraphQLRequest request, Outcome outcome, GraphQLResponse response) =>
        outcome switch
        {
            _ when mediaType == MediaType.EventStream && !HttpMethods.IsHead(context.Request.Method) =>
                ResponseStreams.SendOnceAsync(context, response),
            Outcome.QueryExpected => ResponseWriter.RefuseAsync(context, mediaType, Refusal.QueryExpected),
            Outcome.Executed when request is { NoMutations: true, DocumentId: not null } && response.Errors.Count == 0 =>
                ResponseWriter.WriteToKeepAsync(context, mediaType, options.MaxAge, response),
            _ => ResponseWriter.WriteAsync(context, mediaType, outcome, response),
        };
}
