using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PaperGraph.GraphQL.Http;

/// <summary>A client that opens a WebSocket, and what it says of itself in <c>connection_init</c>.</summary>
/// <param name="HttpContext">The request that the WebSocket was opened with.</param>
/// <param name="Payload">A JSON object, such as one with a token; null where there is none. Good until the decision.</param>
public sealed record ConnectionInit(HttpContext HttpContext, JsonElement? Payload);

/// <summary>Whether a client may ask over the WebSocket that it opens.</summary>
public sealed class ConnectionDecision
{
    private ConnectionDecision()
    {
    }

    internal bool IsAccepted { get; private init; }

    /// <summary>What the client is told where it may not ask; else empty.</summary>
    internal string Reason { get; private init; } = "";

    internal JsonElement? Payload { get; private init; }

    /// <param name="payload">A JSON object that is sent to the client with <c>connection_ack</c>; null for none.</param>
    public static ConnectionDecision Accept(JsonElement? payload = null) => new() { IsAccepted = true, Payload = payload?.Clone() };

    /// <summary>Closes the WebSocket with 4403.</summary>
    /// <param name="reason">Sent to the client; what is longer than 123 bytes of UTF-8 is cut off.</param>
    public static ConnectionDecision Refuse(string reason = "Forbidden") => new() { Reason = reason };
}
