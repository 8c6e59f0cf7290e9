using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.GraphQL.Http.WebSockets;

/// <summary>The messages of a server, as UTF-8 JSON.</summary>
internal static class ServerMessages
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WritePong(IBufferWriter<byte> output) => output.Write("""{"type":"pong"}"""u8);

    public static void WriteConnectionAck(IBufferWriter<byte> output, JsonElement? payload) =>
        Write(output, "connection_ack", null, payload is { } json ? json.WriteTo : null);

    public static void WriteNext(IBufferWriter<byte> output, string id, GraphQLResponse response)
    {
        output.Write("{\"id\":\""u8);
        output.Write(JsonEncodedText.Encode(id, Plain.Encoder).EncodedUtf8Bytes);
        output.Write("\",\"type\":\"next\",\"payload\":"u8);
        response.WriteTo(output);
        output.Write("}"u8);
    }

    /// <summary>The operation was refused, or its source failed; ends it.</summary>
    public static void WriteError(IBufferWriter<byte> output, string id, GraphQLResponse response)
    {
        var text = new ArrayBufferWriter<byte>();
        response.WriteTo(text);
        using var json = JsonDocument.Parse(text.WrittenMemory);
        Write(output, "error", id, json.RootElement.GetProperty("errors").WriteTo);
    }

    public static void WriteComplete(IBufferWriter<byte> output, string id) => Write(output, "complete", id, null);

    private static void Write(IBufferWriter<byte> output, string type, string? id, Action<Utf8JsonWriter>? writePayload)
    {
        using var writer = new Utf8JsonWriter(output, Plain);
        writer.WriteStartObject();
        if (id is not null) writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, type);
        if (writePayload is not null)
        {
            writer.WritePropertyName("payload"u8);
            writePayload(writer);
        }
        writer.WriteEndObject();
    }
}
