using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using PaperGraph.GraphQL.Http.SingleConnection;
using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http;

/// <summary>Answers the requests to one address: reads, executes and responds.</summary>
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
            else await ResponseWriter.WriteErrorAsync(context, ResponseMediaType.Json, RequestError.NotAcceptable);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, so that there is nobody to answer.
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AnswerAsync(HttpContext context, ResponseMediaType mediaType)
    {
        if (!CostHeader.Read(context.Request.Headers[CostHeader.Name]).TryGet(out var cost, out var error))
        {
            await ResponseWriter.WriteErrorAsync(context, mediaType, error);
            return;
        }
        var read = await reader.ReadAsync(context.Request, context.RequestAborted);
        if (!read.TryGet(out var parameters, out error))
        {
            await ResponseWriter.WriteErrorAsync(context, mediaType, error);
            return;
        }
        using (parameters)
        {
            var request = parameters.ToRequest(noMutations: !HttpMethods.IsPost(context.Request.Method), cost);
            using var answer = await ExecuteAsync(context, mediaType, request);
            if (answer is BufferedResponse response) await ResponseWriter.SendAsync(context, sender, response);
            else await StreamAsync(context, mediaType, ((ManyResponses)answer).Responses);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<EndpointAnswer> ExecuteAsync(HttpContext context, ResponseMediaType mediaType, GraphQLRequest request)
    {
        using var permit = requests.AttemptAcquire();
        if (!permit.IsAcquired)
            return BufferedResponse.FromError(sender, mediaType, RequestError.Overloaded(options.MaxConcurrentRequests));
        var result = await engine.ExecuteAsync(request, new RequestServices(context), context.RequestAborted);
        if (result is GraphQLResponseStream stream) return new ManyResponses(stream);
        using (result) return Buffer(context.Request, mediaType, request, (GraphQLResponse)result);
    }

    private async Task StreamAsync(HttpContext context, ResponseMediaType mediaType, GraphQLResponseStream responses)
    {
        RequestError error;
        if (!TryGetFormat(context.Request, responses, out var format)) error = RequestError.StreamExpected(responses.IsSubscription);
        else if (await streams.TrySendAsync(context, format, responses)) return;
        else error = RequestError.TooManySubscriptions(options.MaxSubscriptions);

        using var refused = responses.Refuse(error.ToError());
        await ResponseWriter.WriteAsync(context, mediaType, error.Outcome, refused);
    }

    /// <summary>
    /// The form of several responses. False where the client takes none; a subscription is not sent in parts, where it could be silent
    /// for too long.
    /// </summary>
    private static bool TryGetFormat(HttpRequest request, GraphQLResponseStream responses, [NotNullWhen(true)] out StreamFormat? format)
    {
        format = null;
        if (HttpMethods.IsHead(request.Method)) return false;
        if (MediaTypes.TakesEvents(request.Headers.Accept)) format = StreamFormat.Events;
        else if (!responses.IsSubscription && MediaTypes.TakenParts(request.Headers.Accept) is { } parts)
            format = StreamFormat.Parts(parts);
        return format is not null;
    }

    private BufferedResponse Buffer(HttpRequest http, ResponseMediaType mediaType, GraphQLRequest request, GraphQLResponse response)
    {
        var outcome = ResponseStatus.GetOutcome(response);
        if (OnlyFormat(http, mediaType) is { } format)
        {
            return sender.TryBuffer(output => format.WriteOnly(output, response), out var stream, out var streamError)
                ? new(Outcome.Executed, mediaType, stream) { Format = format }
                : BufferedResponse.FromError(sender, mediaType, streamError);
        }
        if (outcome == Outcome.QueryExpected) return BufferedResponse.FromError(sender, mediaType, RequestError.QueryExpected);
        if (!sender.TryBuffer(response.WriteTo, out var body, out var error)) return BufferedResponse.FromError(sender, mediaType, error);
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
    private static StreamFormat? OnlyFormat(HttpRequest request, ResponseMediaType mediaType) => mediaType switch
    {
        _ when HttpMethods.IsHead(request.Method) => null,
        ResponseMediaType.EventStream => StreamFormat.Events,
        ResponseMediaType.Parts => StreamFormat.Parts(MediaTypes.TakenParts(request.Headers.Accept)!.Value),
        _ => null,
    };
}
