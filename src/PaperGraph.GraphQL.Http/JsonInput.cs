using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace PaperGraph.GraphQL.Http;

/// <summary>The parameters of a request as JSON. Members that are not known are left aside.</summary>
internal static class JsonInput
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body. Keeps nothing of <paramref name="body"/>.</summary>
    /// <returns>Null where it could be read.</returns>
    public static RequestError? ReadBody(ReadOnlySpan<byte> body, int maxDepth, RequestParameters into)
    {
        if (body.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        if (body.IsEmpty) return RequestError.EmptyBody;
        try
        {
            return CheckText("The body", body, maxDepth) ?? ReadMembers(body, maxDepth, into);
        }
        catch (JsonException exception)
        {
            return NotJson("The body", exception);
        }
    }

    /// <summary>Reads a parameter of a query string; null where it is null or cannot be read.</summary>
    public static JsonDocument? ReadParameter(string name, string text, int maxDepth, out RequestError? refusal)
    {
        var json = Encoding.UTF8.GetBytes(text);
        try
        {
            refusal = CheckText($"The parameter {name}", json, maxDepth);
            if (refusal is not null) return null;

            var reader = Reader(json, maxDepth);
            reader.Read();
            refusal = ReadObject(ref reader, name, out var value);
            return value;
        }
        catch (JsonException exception)
        {
            refusal = NotJson($"The parameter {name}", exception);
            return null;
        }
    }

    private static RequestError? ReadMembers(ReadOnlySpan<byte> body, int maxDepth, RequestParameters into)
    {
        var reader = Reader(body, maxDepth);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return RequestError.NoObject(Described(reader.TokenType));

        var seen = Member.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = MemberOf(ref reader);
            if (member != Member.None && seen.HasFlag(member))
                return RequestError.Malformed($"The body gives {reader.GetString()} twice. Give it once.");
            seen |= member;
            reader.Read();
            if (ReadMember(ref reader, member, into) is { } refusal) return refusal;
        }
        return null;
    }

    private static Member MemberOf(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8)) return Member.Query;
        if (reader.ValueTextEquals("variables"u8)) return Member.Variables;
        if (reader.ValueTextEquals("operationName"u8)) return Member.OperationName;
        if (reader.ValueTextEquals("documentId"u8)) return Member.DocumentId;
        return reader.ValueTextEquals("extensions"u8) ? Member.Extensions : Member.None;
    }

    private static RequestError? ReadMember(ref Utf8JsonReader reader, Member member, RequestParameters into)
    {
        RequestError? refusal = null;
        switch (member)
        {
            case Member.Query:
                into.Query = ReadString(ref reader, "query", out refusal);
                break;
            case Member.DocumentId:
                into.DocumentId = ReadString(ref reader, "documentId", out refusal);
                break;
            case Member.OperationName:
                into.OperationName = ReadString(ref reader, "operationName", out refusal);
                break;
            case Member.Variables:
                refusal = ReadObject(ref reader, "variables", out var variables);
                into.Variables = variables;
                break;
            case Member.Extensions:
                refusal = ReadObject(ref reader, "extensions", out var extensions);
                into.Extensions = extensions;
                break;
            default:
                reader.Skip();
                break;
        }
        return refusal;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name, out RequestError? refusal)
    {
        refusal = reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? null
            : RequestError.Malformed($"{name} is {Described(reader.TokenType)}. Send a string.");
        return refusal is null ? reader.GetString() : null;
    }

    private static RequestError? ReadObject(ref Utf8JsonReader reader, string name, out JsonDocument? value)
    {
        value = reader.TokenType == JsonTokenType.StartObject ? JsonDocument.ParseValue(ref reader) : null;
        return value is not null || reader.TokenType == JsonTokenType.Null
            ? null
            : RequestError.Malformed($"{name} is {Described(reader.TokenType)}. Send a JSON object.");
    }

    /// <summary>Reads all of it once: it is JSON to its end, in UTF-8, and no escape is half a character.</summary>
    /// <exception cref="JsonException">It is not JSON, or nests too deep.</exception>
    private static RequestError? CheckText(string what, ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json)) return RequestError.Malformed($"{what} is not UTF-8. Send JSON encoded in UTF-8.");
        var reader = Reader(json, maxDepth);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            if (!IsWhole(ref reader))
            {
                return RequestError.Malformed(
                    $"{what} has an escape that is half a surrogate pair, at byte {reader.TokenStartIndex + 1}. Send both halves.");
            }
        }
        return null;
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
    private enum Member
    {
        None = 0,
        Query = 1,
        DocumentId = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }
}
