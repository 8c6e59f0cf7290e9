using PaperGraph.GraphQL.Http.Streams;

namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>The only response to a request, ready to be sent.</summary>
internal sealed record MadeResponse(Outcome Outcome, MediaType MediaType, ResponseBuffer Body) : IDisposable
{
    /// <summary>Set where it is written as the only one of several that there could be.</summary>
    public StreamFormat? Format { get; init; }

    /// <summary>For how many seconds it may be kept; null where it may not be.</summary>
    public int? MaxAge { get; init; }

    /// <summary>When to ask again, where what answers is busy or away.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static MadeResponse FromError(ResponseSender sender, MediaType mediaType, RequestError refusal)
    {
        using var response = refusal.ToResponse();
        return new(refusal.Outcome, mediaType, sender.Hold(response.WriteTo));
    }

    public void Dispose() => Body.Dispose();
}
