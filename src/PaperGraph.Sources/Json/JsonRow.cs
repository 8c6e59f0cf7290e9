using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>One element of JSON with the place at which it stands: its value, or why it has none.</summary>
internal sealed record JsonRow(JsonElement? Element, RecordSlice Slice, string Message, string Advice)
{
    public static JsonRow Parse(RecordSlice slice)
    {
        if (slice.Problem is { } cut) return Unreadable(slice, $"This element is broken: {cut}", "Get the file again.");
        if (!Utf8.IsValid(slice.Bytes.Span)) return Unreadable(slice, "This element is not UTF-8.", "Save the file as UTF-8.");
        try
        {
            if (EmbeddedJson.Parse(slice.Bytes, () => Encoding.UTF8.GetString(slice.Bytes.Span)) is not { } element) return Broken(slice);
            var value = EmbeddedJson.Unwrap(element);
            return value.ValueKind == JsonValueKind.String && EmbeddedJson.LooksLikeValue(value.GetString()!)
                ? Unreadable(
                    slice,
                    "The text in this element is neither JSON nor a dictionary of Python.",
                    "Write the elements as JSON, each an object.")
                : new JsonRow(value, slice, "", "");
        }
        catch (InvalidOperationException)
        {
            return HalfCharacter(slice);
        }
    }

    /// <summary>For a text with half a character in it, which JSON may hold and .NET may not.</summary>
    public static JsonRow HalfCharacter(RecordSlice slice) =>
        Unreadable(slice, "A text in this element holds half a character.", "Correct it, or get the file again.");

    /// <summary>The place at which JSON ends, as far as it goes.</summary>
    private static JsonRow Broken(RecordSlice slice)
    {
        var at = slice;
        try
        {
            using var _ = JsonDocument.Parse(slice.Bytes);
        }
        catch (JsonException broken)
        {
            at = slice with
            {
                Line = slice.Line + (int)(broken.LineNumber ?? 0),
                Column = (int)(broken.BytePositionInLine ?? 0) + (broken.LineNumber > 0 ? 1 : slice.Column),
            };
        }
        return Unreadable(at, "This element is no JSON.", "Correct it, or get the file again.");
    }

    private static JsonRow Unreadable(RecordSlice slice, string message, string advice) => new(null, slice, message, advice);
}
