using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>A message of a client; holds its JSON until it is disposed.</summary>
internal sealed class ClientMessage(JsonDocument json, string type, string? id) : IDisposable
{
    public string Type => type;

    /// <summary>Names an operation of the connection.</summary>
    public string? Id => id;

    /// <summary>The payload of the message; null where it has none.</summary>
    public JsonElement? Payload => json.RootElement.TryGetProperty("payload", out var payload) ? payload : null;

    /// <summary>The UTF-8 JSON of the payload; empty where there is none.</summary>
    public ReadOnlySpan<byte> PayloadText => Payload is { } payload ? JsonMarshal.GetRawUtf8Value(payload) : [];

    /// <summary>False, and why the connection is to be closed, where the text is no message of the protocol.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> text,
        int maxDepth,
        [NotNullWhen(true)] out ClientMessage? message,
        [NotNullWhen(false)] out Closing? closing)
    {
        closing = null;
        message = null;
        JsonDocument? json = null;
        try
        {
            json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
            if (Entry(json.RootElement, "type") is { } type)
            {
                message = new ClientMessage(json, type, Entry(json.RootElement, "id"));
                return true;
            }
            closing = Closing.BadRequest("A message must be an object with a type.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            closing = Closing.BadRequest("A message must be JSON in UTF-8.");
        }
        json?.Dispose();
        return false;
    }

    public void Dispose() => json.Dispose();

    private static string? Entry(JsonElement message, string name) =>
        message.ValueKind == JsonValueKind.Object && message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
