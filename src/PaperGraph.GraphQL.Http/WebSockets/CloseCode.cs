using System.Net.WebSockets;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>Why a connection is closed, as graphql-transport-ws numbers it.</summary>
internal enum CloseCode
{
    GoingAway = WebSocketCloseStatus.EndpointUnavailable,
    MessageTooBig = WebSocketCloseStatus.MessageTooBig,
    BadRequest = 4400,
    Unauthorized = 4401,
    Forbidden = 4403,
    SubprotocolNotAcceptable = 4406,
    ConnectionInitialisationTimeout = 4408,
    SubscriberAlreadyExists = 4409,
    TooManyInitialisationRequests = 4429,
    InternalServerError = 4500,
}

internal sealed record Closing(CloseCode Code, string Reason)
{
    public static Closing BadRequest(string reason) => new(CloseCode.BadRequest, reason);
}
