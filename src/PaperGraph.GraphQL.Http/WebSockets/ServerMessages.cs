using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>The messages of a server, as UTF-8 JSON.</summary>
internal static class ServerMessages
{
    public static readonly ReadOnlyMemory<byte> Pong = """{"type":"pong"}"""u8.ToArray();

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> ConnectionAck(JsonElement? payload) =>
        Write("connection_ack", null, payload is { } json ? json.WriteTo : null);

    public static ReadOnlyMemory<byte> Next(string id, GraphQLResponse response) =>
        Write("next", id, writer => writer.WriteRawValue(TextOf(response).WrittenSpan, skipInputValidation: true));

    /// <summary>The operation was refused, or its source failed; ends it.</summary>
    public static ReadOnlyMemory<byte> Error(string id, GraphQLResponse response) => Write("error", id, writer =>
    {
        using var json = JsonDocument.Parse(TextOf(response).WrittenMemory);
        json.RootElement.GetProperty("errors").WriteTo(writer);
    });

    public static ReadOnlyMemory<byte> Complete(string id) => Write("complete", id, null);

    private static ReadOnlyMemory<byte> Write(string type, string? id, Action<Utf8JsonWriter>? writePayload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        if (id is not null) writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, type);
        if (writePayload is not null)
        {
            writer.WritePropertyName("payload"u8);
            writePayload(writer);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static ArrayBufferWriter<byte> TextOf(GraphQLResponse response)
    {
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return buffer;
    }
}
