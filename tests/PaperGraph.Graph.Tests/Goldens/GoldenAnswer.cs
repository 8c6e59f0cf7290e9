using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperGraph.Graph.Tests.Goldens;

/// <summary>
/// Answers as a person reads them: what is short stands on one line, and what may be another in each run is left out. Such are ids,
/// cursors, places, versions and when the graph was read or analyzed, and digits behind the fourth of a fraction, which machines compute
/// otherwise. An id that stands for a node is told by the node's label.
/// </summary>
internal static class GoldenAnswer
{
    private const int MaxLine = 140;

    private static readonly string[] Opaque =
        ["id", "cursor", "startCursor", "endCursor", "analyzedAt", "duration", "asOf", "x", "y", "version"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="labels">What ids are told by.</param>
    public static string Format(JsonNode answer, IReadOnlyDictionary<string, string> labels)
    {
        Smooth(answer, labels);
        var text = new StringBuilder();
        Write(text, answer, indent: 0, before: 0);
        return text.ToString();
    }

    /// <summary>Adds what a person calls the nodes of an answer, by their ids.</summary>
    public static void AddLabels(JsonNode? node, Dictionary<string, string> labels)
    {
        if (node is JsonArray list) foreach (var item in list) AddLabels(item, labels);
        if (node is not JsonObject fields) return;
        var label = new[] { "label", "name", "title", "url" }.Select(name => fields[name]).OfType<JsonValue>().FirstOrDefault();
        if (fields["id"] is JsonValue id && label is not null) labels.TryAdd((string)id!, $"→ {label}");
        foreach (var (_, value) in fields) AddLabels(value, labels);
    }

    private static void Smooth(JsonNode? node, IReadOnlyDictionary<string, string> labels)
    {
        if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (Label(list[i], labels) is { } label) list[i] = label;
                else Smooth(list[i], labels);
            }
        }
        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields.ToList())
        {
            if (Opaque.Contains(name) && value is JsonValue) fields[name] = "…";
            else if (value is JsonValue && value.GetValueKind() == JsonValueKind.Number && value.ToJsonString().Contains('.'))
                fields[name] = Math.Round((double)value, 4);
            else if (Label(value, labels) is { } label) fields[name] = label;
            else Smooth(value, labels);
        }
    }

    private static string? Label(JsonNode? value, IReadOnlyDictionary<string, string> labels) =>
        value?.GetValueKind() == JsonValueKind.String ? labels.GetValueOrDefault((string)value!) : null;

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
