namespace PaperGraph.GraphQL.Http;

/// <summary>An error of a request as a whole, found before the engine sees it or after: what was wrong, and what to do.</summary>
internal sealed record RequestError(Outcome Outcome, string Code, string Message)
{
    private const string Example = """{"query": "{ __typename }"}""";

    public static RequestError NoQuery { get; } = Malformed($"The request has no query. Send one, such as {Example}.");

    public static RequestError TwoDocuments { get; } = Malformed("The request has a query and a documentId. Send one of them.");

    public static RequestError DocumentIdExpected { get; } = new(
        Outcome.DocumentNotAllowed, HttpErrorCodes.DocumentNotAllowed,
        "Only documents that the server holds are answered. Send the id of one as documentId.");

    public static RequestError EmptyBody { get; } = Malformed($"The body is empty. Send a JSON object, such as {Example}.");

    public static RequestError QueryExpected { get; } = new(
        Outcome.QueryExpected, ErrorCodes.OperationNotAllowed, "GET answers queries only. Send mutations by POST.");

    public static RequestError UnknownStream { get; } = new(
        Outcome.NotFound, HttpErrorCodes.StreamNotFound,
        "The request names no stream of events, or one that is not reserved any more. Reserve one with PUT, "
        + "and send the token that is answered with each request.");

    public static RequestError StreamIsOpen { get; } = new(
        Outcome.Conflict, HttpErrorCodes.StreamAlreadyOpen,
        "The stream is open already, and only one connection may have it. Reserve another with PUT.");

    public static RequestError NoOperationId { get; } = Malformed(
        """The request does not say under which id its responses are to come. Send one, such as "extensions": {"operationId": "1"}.""");

    public static RequestError NoOperationToEnd { get; } = Malformed(
        "The request does not say which operation is to end. Send its id as the parameter operationId of the address.");

    public static RequestError TimeIsOver { get; } = new(
        Outcome.RequestError, ErrorCodes.TimeLimit,
        "The response was not written within the limit MaxTime. Ask for fewer fields or shorter lists.");

    public static RequestError NotAcceptable { get; } = new(
        Outcome.NotAcceptable, HttpErrorCodes.NotAcceptable,
        $"The header Accept takes none of what can be sent. Accept {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8.");

    public static RequestError Malformed(string message) => new(Outcome.Malformed, HttpErrorCodes.BadRequest, message);

    public static RequestError OperationIdTooLong(int limit) =>
        Malformed($"The id of the operation is longer than {limit} characters. Give it a shorter one.");

    public static RequestError NulCharacter(string parameter) => Malformed($"{parameter} has a character U+0000. Send it without.");

    public static RequestError NoObject(string found) =>
        Malformed($"The body is {found}. Send one request as a JSON object, such as {Example}.");

    public static RequestError UnknownDocument(string id) => new(
        Outcome.NotFound, HttpErrorCodes.DocumentNotFound,
        $"The server holds no document with the id \"{Excerpt.From(id)}\". Send one that it holds, or the document's text as query.");

    public static RequestError UnknownMethod(string method) => new(
        Outcome.UnknownMethod, HttpErrorCodes.MethodNotAllowed,
        $"{Excerpt.From(method)} is not answered. Send queries by GET or POST, mutations by POST.");

    public static RequestError UnsupportedMediaType(string? contentType) => new(
        Outcome.UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType,
        $"The body is {(string.IsNullOrEmpty(contentType) ? "of no stated type" : Excerpt.From(contentType))}. "
        + $"Send JSON in UTF-8 with the header Content-Type: {MediaTypes.Json}.");

    public static RequestError UnsupportedEncoding(string contentEncoding) => new(
        Outcome.UnsupportedMediaType, HttpErrorCodes.UnsupportedMediaType,
        $"The body is encoded as {Excerpt.From(contentEncoding)}. Send it as it is, without a header Content-Encoding.");

    public static RequestError TooLarge(int limit) => new(
        Outcome.TooLarge, HttpErrorCodes.RequestTooLarge,
        $"The body is longer than {limit} bytes, which is the limit MaxBodySize. Send a shorter document or fewer variables.");

    public static RequestError Overloaded(int limit) => new(
        Outcome.Overloaded, HttpErrorCodes.Overloaded,
        $"{limit} requests are being answered already, which is the limit MaxConcurrentRequests. Send it again in a second.");

    /// <summary>The request has more than one response, and its client takes only one.</summary>
    public static RequestError StreamExpected(bool isSubscription) => new(
        Outcome.StreamExpected,
        isSubscription ? HttpErrorCodes.StreamExpected : HttpErrorCodes.IncrementalNotAccepted,
        isSubscription
            ? $"A subscription is answered with many responses. Accept {MediaTypes.EventStream}, or ask for it over a WebSocket."
            : $"What is deferred or streamed is answered in parts. Accept {MediaTypes.Parts} or {MediaTypes.EventStream} too.");

    public static RequestError TooManySubscriptions(int limit) => new(
        Outcome.Overloaded, HttpErrorCodes.SubscriptionLimit,
        $"There are {limit} subscriptions already, which is the limit MaxSubscriptions. Subscribe again in a second.");

    public static RequestError TooManyConnections(int limit) => new(
        Outcome.Overloaded, HttpErrorCodes.ConnectionLimit,
        $"There are {limit} connections already, which is the limit MaxConnections. Connect again in a second.");

    public static RequestError TooManyOperations(int limit) => new(
        Outcome.Overloaded, HttpErrorCodes.OperationLimit,
        $"{limit} operations are running over this connection, which is the limit MaxOperationsPerConnection. End some, or open another.");

    public static RequestError OperationIsRunning(string id) => new(
        Outcome.Conflict, HttpErrorCodes.OperationAlreadyExists,
        $"An operation with the id \"{Excerpt.From(id)}\" is running already. Give each its own.");

    public static RequestError ResponseTooLong(int limit) => new(
        Outcome.RequestError, HttpErrorCodes.ResponseLimit,
        $"The response is longer than {limit} bytes, which is the limit MaxResponseSize. Ask for fewer fields or shorter lists.");

    public static RequestError TooMuchUnsent(long limit) => new(
        Outcome.Overloaded, HttpErrorCodes.Overloaded,
        $"{limit} bytes of responses are waiting for their clients to take them, which is the limit MaxUnsentBytes. "
        + "Send it again in a second.");

    public static RequestError TooManyReservations(int limit) => new(
        Outcome.Overloaded, HttpErrorCodes.ReservationLimit,
        $"{limit} streams of events are reserved and not open, which is the limit MaxReservations. Reserve one again in a second.");

    public static RequestError TooManyReservationsOfClient(int limit) => new(
        Outcome.TooMany, HttpErrorCodes.ReservationLimit,
        $"{limit} streams of events are reserved from this address and not open, which is the limit MaxReservationsPerClient. "
        + "Open one of them, or reserve one again in a second.");

    public GraphQLError ToError() => new(Message) { Code = Code };

    public GraphQLResponse ToResponse() => GraphQLResponse.RequestError(ToError());
}
