using System.Text.Json;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Tables that name their columns once, before the rows, as pandas writes them with <c>orient="split"</c>:
/// <c>{"columns": ["id", "title"], "index": [0], "data": [["2406.01234", "Folding Maps"]]}</c>.
/// </summary>
internal static class SplitOrientation
{
    private const string Field = "columns";

    /// <summary>The names of the columns; null where what stands before the rows names none.</summary>
    /// <param name="head">An object up to the list of its rows, with the bracket that opens that.</param>
    public static IReadOnlyList<string>? Columns(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("\"columns\""u8) < 0) return null;
        try
        {
            using var document = JsonDocument.Parse((byte[])[.. head, (byte)']', (byte)'}']);
            return document.RootElement.TryGetProperty(Field, out var columns) && columns.ValueKind == JsonValueKind.Array
                && columns.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
                ? [.. columns.EnumerateArray().Select(name => name.GetString()!)]
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A row as an object; the row itself where it has not as many values as there are columns.</summary>
    public static byte[] Row(IReadOnlyList<string> columns, byte[] row)
    {
        if (row is not [(byte)'[', ..]) return row;
        try
        {
            using var document = JsonDocument.Parse(row);
            if (document.RootElement.GetArrayLength() != columns.Count) return row;
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes))
            {
                writer.WriteStartObject();
                var column = 0;
                foreach (var value in document.RootElement.EnumerateArray())
                {
                    writer.WritePropertyName(columns[column++]);

                    // As it is written: half a character in a text is a matter of its row.
                    writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                }
                writer.WriteEndObject();
            }
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // It is told where the row is read.
            return row;
        }
    }
}
