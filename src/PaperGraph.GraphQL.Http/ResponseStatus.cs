using static Microsoft.AspNetCore.Http.StatusCodes;

namespace PaperGraph.GraphQL.Http;

/// <summary>What became of a request, as far as its status tells.</summary>
internal enum Outcome
{
    /// <summary>There is data, null perhaps, and errors perhaps.</summary>
    Executed,

    /// <summary>The request is well-formed, but the document or its variables are not what the schema takes.</summary>
    RequestError,

    Malformed,
    DocumentNotAllowed,

    /// <summary>There is no such document, or no such stream.</summary>
    NotFound,

    UnknownMethod,

    /// <summary>A mutation or subscription came by GET.</summary>
    QueryExpected,

    /// <summary>There are several responses, and the client takes only one.</summary>
    StreamExpected,

    NotAcceptable,

    /// <summary>What there can be only once is there already.</summary>
    Conflict,

    TooLarge,
    UnsupportedMediaType,

    /// <summary>The server failed before execution.</summary>
    Failed,

    /// <summary>There is no place for it, or what answers it is busy or away for the moment.</summary>
    Overloaded,

    /// <summary>This client has more of something than any may have.</summary>
    TooMany,
}

/// <summary>
/// Which status a response has. Clients of <c>application/json</c> get 200 for every well-formed request, as they always have: a
/// status from an intermediary could not be told from the server's there.
/// </summary>
internal static class ResponseStatus
{
    public static int CodeFor(Outcome outcome, ResponseMediaType mediaType) => (outcome, mediaType) switch
    {
        (Outcome.Executed, _) => Status200OK,
        (Outcome.RequestError, ResponseMediaType.GraphQLResponse) => Status400BadRequest,
        (Outcome.RequestError, _) => Status200OK,
        (Outcome.Malformed, _) => Status400BadRequest,
        (Outcome.DocumentNotAllowed, _) => Status403Forbidden,
        (Outcome.NotFound, _) => Status404NotFound,
        (Outcome.UnknownMethod, _) => Status405MethodNotAllowed,
        (Outcome.QueryExpected, _) => Status405MethodNotAllowed,
        (Outcome.StreamExpected, _) => Status406NotAcceptable,
        (Outcome.NotAcceptable, _) => Status406NotAcceptable,
        (Outcome.Conflict, _) => Status409Conflict,
        (Outcome.TooLarge, _) => Status413PayloadTooLarge,
        (Outcome.UnsupportedMediaType, _) => Status415UnsupportedMediaType,
        (Outcome.Failed, _) => Status500InternalServerError,
        (Outcome.Overloaded, _) => Status503ServiceUnavailable,
        (Outcome.TooMany, _) => Status429TooManyRequests,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no status for it."),
    };

    public static Outcome GetOutcome(GraphQLResponse response) => response switch
    {
        { IsRequestError: false } => Outcome.Executed,
        { RetryAfter: not null } => Outcome.Overloaded,
        { Errors: [{ Code: ErrorCodes.OperationNotAllowed }] } => Outcome.QueryExpected,
        { Errors: [{ Code: ErrorCodes.InternalError }] } => Outcome.Failed,
        { Errors: [{ Code: HttpErrorCodes.Overloaded or HttpErrorCodes.SubscriptionLimit }] } => Outcome.Overloaded,
        _ => Outcome.RequestError,
    };

    /// <summary>The header <c>Allow</c>; null where the method was right.</summary>
    public static string? AllowedMethods(Outcome outcome) => outcome switch
    {
        Outcome.UnknownMethod => "GET, HEAD, POST, PUT, DELETE",
        Outcome.QueryExpected => "POST",
        _ => null,
    };
}
