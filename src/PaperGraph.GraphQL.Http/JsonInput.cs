using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PaperGraph.GraphQL.Http;

/// <summary>Reads the parameters of a request from JSON, in one pass. Members that are not known are passed over.</summary>
internal static class JsonInput
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body. Keeps nothing of <paramref name="body"/>.</summary>
    public static Result<RequestParameters> ReadBody(ReadOnlySpan<byte> body, int maxDepth)
    {
        if (body.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        if (body.IsEmpty) return RequestError.EmptyBody;
        var parameters = new RequestParameters();
        if (TryReadBody(body, maxDepth, parameters, out var error)) return parameters;
        parameters.Dispose();
        return error;
    }

    /// <summary>Reads a parameter of a query string, which is an object or null.</summary>
    public static bool TryReadParameter(
        string name, string text, int maxDepth, out JsonDocument? value, [NotNullWhen(false)] out RequestError? error)
    {
        var json = Encoding.UTF8.GetBytes(text);
        value = null;
        try
        {
            if (!TryCheckText($"The parameter {name}", json, maxDepth, out error)) return false;
            var reader = Reader(json, maxDepth);
            reader.Read();
            if (!TryReadObject(ref reader, name, out value, out error)) return false;
            reader.Read();
            return true;
        }
        catch (JsonException exception)
        {
            value?.Dispose();
            error = NotJson($"The parameter {name}", exception);
            return false;
        }
    }

    private static bool TryReadBody(
        ReadOnlySpan<byte> body, int maxDepth, RequestParameters into, [NotNullWhen(false)] out RequestError? error)
    {
        try
        {
            return TryCheckText("The body", body, maxDepth, out error) && TryReadMembers(body, maxDepth, into, out error);
        }
        catch (JsonException exception)
        {
            error = NotJson("The body", exception);
            return false;
        }
    }

    private static bool TryReadMembers(
        ReadOnlySpan<byte> body, int maxDepth, RequestParameters into, [NotNullWhen(false)] out RequestError? error)
    {
        error = null;
        var reader = Reader(body, maxDepth);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            error = RequestError.NoObject(Described(reader.TokenType));
            return false;
        }

        var seen = JsonMember.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = ReadMember(ref reader);
            if (member != JsonMember.None && seen.HasFlag(member))
            {
                error = RequestError.Malformed($"The body gives {reader.GetString()} twice. Give it once.");
                return false;
            }
            seen |= member;
            reader.Read();
            if (!TryReadMember(ref reader, member, into, out error)) return false;
        }
        // Throws where anything but white space follows the object.
        reader.Read();
        return true;
    }

    private static JsonMember ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8)) return JsonMember.Query;
        if (reader.ValueTextEquals("variables"u8)) return JsonMember.Variables;
        if (reader.ValueTextEquals("operationName"u8)) return JsonMember.OperationName;
        if (reader.ValueTextEquals("documentId"u8)) return JsonMember.DocumentId;
        return reader.ValueTextEquals("extensions"u8) ? JsonMember.Extensions : JsonMember.None;
    }

    private static bool TryReadMember(
        ref Utf8JsonReader reader, JsonMember member, RequestParameters into, [NotNullWhen(false)] out RequestError? error)
    {
        error = null;
        var text = default(string);
        var json = default(JsonDocument);
        switch (member)
        {
            case JsonMember.Query when TryReadString(ref reader, "query", out text, out error):
                into.Query = text;
                break;
            case JsonMember.DocumentId when TryReadString(ref reader, "documentId", out text, out error):
                into.DocumentId = text;
                break;
            case JsonMember.OperationName when TryReadString(ref reader, "operationName", out text, out error):
                into.OperationName = text;
                break;
            case JsonMember.Variables when TryReadObject(ref reader, "variables", out json, out error):
                into.Variables = json;
                break;
            case JsonMember.Extensions when TryReadObject(ref reader, "extensions", out json, out error):
                into.Extensions = json;
                break;
            case JsonMember.None:
                reader.Skip();
                break;
        }
        return error is null;
    }

    private static bool TryReadString(
        ref Utf8JsonReader reader, string name, out string? text, [NotNullWhen(false)] out RequestError? error)
    {
        text = null;
        error = null;
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Null) text = reader.GetString();
        else error = RequestError.Malformed($"{name} is {Described(reader.TokenType)}. Send a string.");
        return error is null;
    }

    private static bool TryReadObject(
        ref Utf8JsonReader reader, string name, out JsonDocument? value, [NotNullWhen(false)] out RequestError? error)
    {
        value = null;
        error = null;
        if (reader.TokenType == JsonTokenType.StartObject) value = JsonDocument.ParseValue(ref reader);
        else if (reader.TokenType != JsonTokenType.Null)
            error = RequestError.Malformed($"{name} is {Described(reader.TokenType)}. Send a JSON object.");
        return error is null;
    }

    /// <summary>
    /// Checks what the readers of JSON do not: that the text is UTF-8, and that no escape is half a surrogate pair. Only a text with an
    /// escape of a surrogate is gone through token by token.
    /// </summary>
    /// <exception cref="JsonException">It is not JSON, or nests too deep.</exception>
    private static bool TryCheckText(string what, ReadOnlySpan<byte> json, int maxDepth, [NotNullWhen(false)] out RequestError? error)
    {
        error = null;
        if (!Utf8.IsValid(json))
        {
            error = RequestError.Malformed($"{what} is not UTF-8. Send JSON encoded in UTF-8.");
            return false;
        }
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) return true;

        var reader = Reader(json, maxDepth);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            if (IsWhole(ref reader)) continue;
            error = RequestError.Malformed(
                $"{what} has an escape that is half a surrogate pair, at byte {reader.TokenStartIndex + 1}. Send both halves.");
            return false;
        }
        return true;
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> json, int maxDepth) => new(json, new JsonReaderOptions { MaxDepth = maxDepth });

    private static RequestError NotJson(string what, JsonException exception)
    {
        var position = $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        var reason = exception.Message.Split(" LineNumber: ", 2)[0];
        return RequestError.Malformed($"{what} cannot be read as JSON, at {position}: {reason}");
    }

    private static string Described(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    [Flags]
    private enum JsonMember
    {
        None = 0,
        Query = 1,
        DocumentId = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }
}
