using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>A message of a client; holds its JSON until it is disposed.</summary>
internal sealed class ClientMessage(JsonDocument json, string type, string? id) : IDisposable
{
    public string Type => type;

    /// <summary>Names an operation of the connection.</summary>
    public string? Id => id;

    /// <summary>Null where there is none.</summary>
    public JsonElement? Payload => json.RootElement.TryGetProperty("payload", out var payload) ? payload : null;

    /// <summary>The UTF-8 JSON of the payload; empty where there is none.</summary>
    public ReadOnlySpan<byte> PayloadText => Payload is { } payload ? JsonMarshal.GetRawUtf8Value(payload) : [];

    /// <summary>Null, with the reason, where it is no message of the protocol.</summary>
    public static ClientMessage? Read(ReadOnlyMemory<byte> text, int maxDepth, out Closing? closing)
    {
        closing = null;
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            if (Entry(json.RootElement, "type") is { } type) return new ClientMessage(json, type, Entry(json.RootElement, "id"));
            closing = Closing.BadRequest("A message must be an object with a type.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            closing = Closing.BadRequest("A message must be JSON in UTF-8.");
        }
        json?.Dispose();
        return null;
    }

    public void Dispose() => json.Dispose();

    private static string? Entry(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
