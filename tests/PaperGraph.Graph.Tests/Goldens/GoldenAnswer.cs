using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>
/// Answers as a person reads them: what is short stands on one line, and what may be another in each run is left out. Such are ids,
/// cursors and when an analysis was, and digits behind the fourth of a fraction, which machines compute otherwise.
/// </summary>
internal static class GoldenAnswer
{
    private const int MaxLine = 140;

    private static readonly string[] Opaque = ["id", "cursor", "startCursor", "endCursor", "analyzedAt", "duration"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(JsonNode answer)
    {
        Smooth(answer);
        var text = new StringBuilder();
        Write(text, answer, indent: 0, before: 0);
        return text.ToString();
    }

    private static void Smooth(JsonNode? node)
    {
        if (node is JsonArray list) foreach (var item in list) Smooth(item);
        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields.ToList())
        {
            if (Opaque.Contains(name) && value is JsonValue) fields[name] = "…";
            else if (value is JsonValue && value.GetValueKind() == JsonValueKind.Number && value.ToJsonString().Contains('.'))
                fields[name] = Math.Round((double)value, 4);
            else Smooth(value);
        }
    }

    /// <param name="before">How much stands before it on its line.</param>
    private static void Write(StringBuilder text, JsonNode? node, int indent, int before)
    {
        var line = OneLine(node);
        if (indent + before + line.Length <= MaxLine || node is not (JsonObject or JsonArray))
        {
            text.Append(line);
            return;
        }
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        var items = node is JsonObject fields
            ? fields.Select(field => ($"{JsonSerializer.Serialize(field.Key)}: ", field.Value))
            : ((JsonArray)node).Select(item => ("", item));
        text.Append(open);
        var separator = "";
        foreach (var (name, value) in items)
        {
            text.Append(separator).Append('\n').Append(' ', indent + 2).Append(name);
            Write(text, value, indent + 2, name.Length);
            separator = ",";
        }
        text.Append('\n').Append(' ', indent).Append(close);
    }

    private static string OneLine(JsonNode? node) => node switch
    {
        JsonObject { Count: > 0 } fields =>
            $"{{ {string.Join(", ", fields.Select(field => $"{JsonSerializer.Serialize(field.Key)}: {OneLine(field.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(OneLine))}]",
        _ => node is null ? "null" : node.ToJsonString(Readable),
    };
}
