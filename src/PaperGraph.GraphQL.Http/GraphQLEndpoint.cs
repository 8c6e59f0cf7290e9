using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.Documents;

namespace PaperGraph.GraphQL.Http;

/// <summary>One address: a request is read, executed and answered.</summary>
internal sealed class GraphQLEndpoint(Engine engine, GraphQLHttpOptions options, KnownDocuments documents, CrossOrigin crossOrigin)
{
    /// <summary>Room for what variables stand in, so that the engine's own limit is the one that is met.</summary>
    private readonly int maxJsonDepth = engine.Options.Limits.MaxInputDepth + 16;

    private int running;

    public async Task AnswerAsync(HttpContext context)
    {
        if (crossOrigin.Answer(context)) return;
        try
        {
            if (Interlocked.Increment(ref running) > options.MaxConcurrentRequests)
                await RefuseAsync(context, MediaType.Json, Refusal.Overloaded(options.MaxConcurrentRequests));
            else if (MediaTypes.Choose(context.Request.Headers.Accept) is { } mediaType)
                await AnswerAsync(context, mediaType);
            else
                await RefuseAsync(context, MediaType.Json, Refusal.NotAcceptable);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone; there is no one to answer.
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task AnswerAsync(HttpContext context, MediaType mediaType)
    {
        using var parameters = new RequestParameters();
        if (await ReadAsync(context, parameters) is { } refusal)
        {
            await RefuseAsync(context, mediaType, refusal);
            return;
        }

        var request = parameters.ToRequest(queriesOnly: !HttpMethods.IsPost(context.Request.Method));
        using var response = await engine.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
        if (OutcomeOf(response) is var outcome && outcome == Outcome.QueryExpected)
            await RefuseAsync(context, mediaType, Refusal.QueryExpected);
        else if (request is { QueriesOnly: true, DocumentId: not null } && outcome == Outcome.Executed && response.Errors.Count == 0)
            await ResponseWriter.WriteToKeepAsync(context, mediaType, options.MaxAge, response);
        else
            await ResponseWriter.WriteAsync(context, mediaType, outcome, response);
    }

    private async ValueTask<Refusal?> ReadAsync(HttpContext context, RequestParameters parameters)
    {
        var request = context.Request;
        var refusal = request.Method switch
        {
            var method when HttpMethods.IsPost(method) =>
                await PostRequests.ReadAsync(request, options.MaxBodySize, maxJsonDepth, parameters, context.RequestAborted),
            var method when HttpMethods.IsGet(method) || HttpMethods.IsHead(method) =>
                GetRequests.Read(request.Query, maxJsonDepth, parameters),
            var method => Refusal.UnknownMethod(method),
        };
        return refusal ?? FindDocument(parameters);
    }

    private Refusal? FindDocument(RequestParameters parameters)
    {
        if (parameters is { Query: not null, DocumentId: not null }) return Refusal.TwoDocuments;
        if (parameters.DocumentId is { } id)
        {
            parameters.Query = documents.Find(id);
            return parameters.Query is null ? Refusal.UnknownDocument(id) : null;
        }
        if (options.OnlyKnownDocuments) return Refusal.DocumentIdExpected;
        return parameters.Query is null ? Refusal.NoQuery : null;
    }

    private static Outcome OutcomeOf(GraphQLResponse response) => response switch
    {
        { IsRequestError: false } => Outcome.Executed,
        { Errors: [{ Code: ErrorCodes.OperationNotAllowed }] } => Outcome.QueryExpected,
        { Errors: [{ Code: ErrorCodes.InternalError }] } => Outcome.Failed,
        _ => Outcome.Refused,
    };

    private static async Task RefuseAsync(HttpContext context, MediaType mediaType, Refusal refusal)
    {
        if (ResponseStatus.AllowedMethods(refusal.Outcome) is { } methods) context.Response.Headers.Allow = methods;
        if (refusal.Outcome == Outcome.Overloaded) context.Response.Headers.RetryAfter = "1";
        using var response = refusal.ToResponse();
        await ResponseWriter.WriteAsync(context, mediaType, refusal.Outcome, response);
    }
}
