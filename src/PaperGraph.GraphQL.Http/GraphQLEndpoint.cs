using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.SingleConnection;
using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http;

/// <summary>One address: a request is read, executed and answered.</summary>
/// <param name="requests">Permits requests until their responses are made. Sending these takes no permit.</param>
internal sealed class GraphQLEndpoint(
    Engine engine,
    GraphQLHttpOptions options,
    RequestReader reader,
    ConcurrencyLimiter requests,
    ResponseSender sender,
    ResponseStreams streams,
    SingleConnectionEndpoint singleConnection)
{
    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (SingleConnectionEndpoint.Concerns(context.Request)) await singleConnection.AnswerAsync(context);
            else if (MediaTypes.Choose(context.Request.Headers.Accept) is { } mediaType) await AnswerAsync(context, mediaType);
            else await ResponseWriter.WriteErrorAsync(context, MediaType.Json, RequestError.NotAcceptable);
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
            await ResponseWriter.WriteErrorAsync(context, mediaType, refusal);
            return;
        }

        var request = parameters.ToRequest(noMutations: !HttpMethods.IsPost(context.Request.Method)) with { Cost = cost };
        using var several = await AnswerOnceAsync(context, mediaType, request);
        if (several is null) return;
        if (FormatFor(context.Request, several) is not { } format)
        {
            await ResponseWriter.WriteErrorAsync(context, mediaType, RequestError.StreamExpected(several));
        }
        else if (!await streams.TrySendAsync(context, format, several))
        {
            await ResponseWriter.WriteErrorAsync(context, mediaType, RequestError.TooManySubscriptions(options.MaxSubscriptions));
        }
    }

    /// <summary>Null; but where there are several responses, what refuses to give one of them.</summary>
    private async Task<GraphQLResponse?> AnswerOnceAsync(HttpContext context, MediaType mediaType, GraphQLRequest request)
    {
        MadeResponse made;
        using (var permit = requests.AttemptAcquire())
        {
            if (!permit.IsAcquired)
            {
                await ResponseWriter.WriteErrorAsync(context, mediaType, RequestError.Overloaded(options.MaxConcurrentRequests));
                return null;
            }
            var response = await engine.ExecuteAsync(request, context.RequestServices, context.RequestAborted);
            if (ResponseStatus.OutcomeOf(response) == Outcome.StreamExpected) return response;
            using (response) made = Make(context.Request, mediaType, request, response);
        }
        using (made) await ResponseWriter.SendAsync(context, sender, made);
        return null;
    }

    /// <summary>The form of several responses; null where the client takes none. A subscription could be silent in parts for too long.</summary>
    private static StreamFormat? FormatFor(HttpRequest request, GraphQLResponse refused)
    {
        if (HttpMethods.IsHead(request.Method)) return null;
        if (MediaTypes.TakesEvents(request.Headers.Accept)) return StreamFormat.Events;
        return refused.Errors[0].Code == ErrorCodes.IncrementalNotAccepted && MediaTypes.TakenParts(request.Headers.Accept) is { } format
            ? StreamFormat.Parts(format)
            : null;
    }

    private MadeResponse Make(HttpRequest http, MediaType mediaType, GraphQLRequest request, GraphQLResponse response)
    {
        var outcome = ResponseStatus.OutcomeOf(response);
        if (OnlyFormat(http, mediaType) is { } format)
        {
            var stream = sender.TryHold(output => format.WriteOnly(output, response), out var why);
            return stream is null ? MadeResponse.FromError(sender, mediaType, why!) : new(Outcome.Executed, mediaType, stream) { Format = format };
        }
        if (outcome == Outcome.QueryExpected) return MadeResponse.FromError(sender, mediaType, RequestError.QueryExpected);
        if (sender.TryHold(response.WriteTo, out var refusal) is not { } body) return MadeResponse.FromError(sender, mediaType, refusal!);
        return new(outcome, mediaType, body)
        {
            MaxAge = request is { NoMutations: true, DocumentId: not null }
                && outcome == Outcome.Executed
                && response is { Errors.Count: 0, Notice: null }
                ? options.MaxAge
                : null,
            RetryAfter = response.RetryAfter,
        };
    }

    /// <summary>The form of a single response for clients that take nothing but several; null for others.</summary>
    private static StreamFormat? OnlyFormat(HttpRequest request, MediaType mediaType) => mediaType switch
    {
        _ when HttpMethods.IsHead(request.Method) => null,
        MediaType.EventStream => StreamFormat.Events,
        MediaType.Parts => StreamFormat.Parts(MediaTypes.TakenParts(request.Headers.Accept)!.Value),
        _ => null,
    };
}
