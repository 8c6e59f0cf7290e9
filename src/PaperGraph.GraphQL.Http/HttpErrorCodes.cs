namespace PaperGraph.GraphQL.Http;

/// <summary>The codes of request errors that are not the engine's.</summary>
public static class HttpErrorCodes
{
    /// <summary>No query, a parameter of the wrong type, or a body that is not JSON; status 400.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The request's document is none of those that the server holds, and no other is answered; status 403.</summary>
    public const string DocumentNotAllowed = "DOCUMENT_NOT_ALLOWED";

    /// <summary>The response has status 404.</summary>
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";

    /// <summary>The response has status 404.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";

    /// <summary>The response has status 405.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The response has status 406.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>A subscription from a client that takes only one response; status 406.</summary>
    public const string StreamExpected = "STREAM_EXPECTED";

    /// <summary>The document defers or streams, and the client takes no answer in parts; status 406.</summary>
    public const string IncrementalNotAccepted = "INCREMENTAL_NOT_ACCEPTED";

    /// <summary>The response has status 409.</summary>
    public const string StreamAlreadyOpen = "STREAM_ALREADY_OPEN";

    /// <summary>The response has status 409.</summary>
    public const string OperationAlreadyExists = "OPERATION_ALREADY_EXISTS";

    /// <summary>The response has status 413.</summary>
    public const string RequestTooLarge = "REQUEST_TOO_LARGE";

    /// <summary>The response has status 415.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The response is longer than <see cref="GraphQLHttpOptions.MaxResponseSize"/>.</summary>
    public const string ResponseLimit = "RESPONSE_LIMIT";

    /// <summary>
    /// <see cref="GraphQLHttpOptions.MaxReservationsPerClient"/> is reached, status 429, or
    /// <see cref="GraphQLHttpOptions.MaxReservations"/>, status 503.
    /// </summary>
    public const string ReservationLimit = "RESERVATION_LIMIT";

    /// <summary>
    /// <see cref="GraphQLHttpOptions.MaxConcurrentRequests"/> or <see cref="GraphQLHttpOptions.MaxUnsentBytes"/> is reached; status 503.
    /// </summary>
    public const string Overloaded = "OVERLOADED";

    /// <summary><see cref="GraphQLHttpOptions.MaxSubscriptions"/> is reached; status 503.</summary>
    public const string SubscriptionLimit = "SUBSCRIPTION_LIMIT";

    /// <summary><see cref="GraphQLHttpOptions.MaxConnections"/> is reached; status 503.</summary>
    public const string ConnectionLimit = "CONNECTION_LIMIT";

    /// <summary><see cref="GraphQLHttpOptions.MaxOperationsPerConnection"/> is reached; status 503.</summary>
    public const string OperationLimit = "OPERATION_LIMIT";
}
