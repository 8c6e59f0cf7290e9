using System.Text.Json;
using PaperGraph.Sources.Records;

namespace PaperGraph.Sources.Json;

/// <summary>
/// Tables that are written column by column, as pandas does where it is told nothing else: an object whose fields are objects with the
/// values of all rows, by their numbers.
/// </summary>
internal static class ColumnOrientation
{
    /// <summary>How many times as long as the table all its rows may be: each repeats the names of the columns.</summary>
    private const int MaxGrowth = 4;

    /// <summary>An element for each row; the element itself where it is no such table.</summary>
    public static IReadOnlyList<RecordSlice> Rows(RecordSlice slice)
    {
        if (slice.Problem is not null || !BeginsAsOne(slice.Bytes.Span)) return [slice];
        try
        {
            using var document = JsonDocument.Parse(slice.Bytes);
            var columns = document.RootElement.EnumerateObject().ToList();
            if (columns.Exists(column => column.Value.ValueKind != JsonValueKind.Object)) return [slice];
            var numbers = Numbers(columns[0]).ToList();
            var names = columns.Sum(column => (long)column.Name.Length);
            return names * numbers.Count <= (long)MaxGrowth * slice.Bytes.Length
                && columns.TrueForAll(column => Numbers(column).SequenceEqual(numbers, StringComparer.Ordinal))
                ? Rows(slice, columns, numbers.Count)
                : [slice];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // It is told where the element is read as a whole.
            return [slice];
        }
    }

    private static List<RecordSlice> Rows(RecordSlice slice, List<JsonProperty> columns, int count)
    {
        var values = columns.ConvertAll(column => column.Value.EnumerateObject());
        var rows = new List<RecordSlice>(count);
        for (var row = 0; row < count; row++)
        {
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes))
            {
                writer.WriteStartObject();
                for (var column = 0; column < columns.Count; column++)
                {
                    var value = values[column];
                    value.MoveNext();
                    values[column] = value;
                    writer.WritePropertyName(columns[column].Name);

                    // As it is written: half a character in a text is a matter of its row.
                    writer.WriteRawValue(value.Current.Value.GetRawText(), skipInputValidation: true);
                }
                writer.WriteEndObject();
            }
            rows.Add(slice with { Bytes = bytes.ToArray() });
        }
        return rows;
    }

    private static IEnumerable<string> Numbers(JsonProperty column) => column.Value.EnumerateObject().Select(value => value.Name);

    /// <summary>Whether the first field of an object is an object whose first field is a number: <c>{"id": {"0": …</c>.</summary>
    private static bool BeginsAsOne(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
                && reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName
                && reader.ValueSpan.Length > 0 && reader.ValueSpan.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
