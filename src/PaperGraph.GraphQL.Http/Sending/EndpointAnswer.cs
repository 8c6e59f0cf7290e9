using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>What an endpoint answers a request with: a <see cref="BufferedResponse"/> or a <see cref="ManyResponses"/>.</summary>
internal abstract record EndpointAnswer : IDisposable
{
    public abstract void Dispose();
}

/// <summary>The only response to a request, ready to be sent.</summary>
internal sealed record BufferedResponse(Outcome Outcome, ResponseMediaType MediaType, ResponseBuffer Body) : EndpointAnswer
{
    /// <summary>The format of a stream of one response; null for a plain body.</summary>
    public StreamFormat? Format { get; init; }

    /// <summary>For how many seconds it may be kept; null where it may not be.</summary>
    public int? MaxAge { get; init; }

    /// <summary>When to ask again, where what answers is busy or away.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static BufferedResponse FromError(ResponseSender sender, ResponseMediaType mediaType, RequestError error)
    {
        using var response = error.ToResponse();
        return new(error.Outcome, mediaType, sender.Buffer(response.WriteTo));
    }

    public override void Dispose() => Body.Dispose();
}

/// <summary>The responses to a subscription or to an operation that defers or streams; none of them is made yet.</summary>
internal sealed record ManyResponses(GraphQLResponseStream Responses) : EndpointAnswer
{
    public override void Dispose() => Responses.Dispose();
}
