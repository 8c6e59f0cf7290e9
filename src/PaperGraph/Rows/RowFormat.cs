using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace PaperGraph.Rows;

/// <summary>How rows are written.</summary>
/// <param name="Extension">The end of the address.</param>
/// <param name="Write">Writes rows; the flag says whether with a byte order mark, where the format has one.</param>
internal sealed record RowFormat(string Extension, string ContentType, Action<Stream, RowTable, bool> Write)
{
    /// <summary>
    /// RFC 4180 in UTF-8, a header before the rows. What a spreadsheet would run as a formula gets an apostrophe before it; lists are one
    /// text with semicolons.
    /// </summary>
    public static RowFormat Csv { get; } = new("csv", "text/csv; charset=utf-8; header=present", WriteCsv);

    /// <summary>One array of flat objects.</summary>
    public static RowFormat Json { get; } = new("json", "application/json; charset=utf-8", WriteJson);

    private static void WriteCsv(Stream output, RowTable table, bool byteOrderMark)
    {
        using var csv = CsvWriter.Create(
            output,
            new CsvWriterOptions
            {
                Injection = CsvInjection.Escape,
                TrueValue = "true",
                FalseValue = "false",
                WriteByteOrderMark = byteOrderMark,
            },
            leaveOpen: true);
        csv.WriteHeader([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows)
        {
            foreach (var column in table.Columns) WriteCell(csv, column, row);
            csv.EndRecord();
        }
    }

    private static void WriteCell(CsvWriter csv, RowColumn column, JsonElement row)
    {
        if (column.IsList)
        {
            csv.WriteField(string.Join("; ", column.Texts(row)));
            return;
        }
        var value = column.Value(row);
        switch (value.ValueKind)
        {
            case JsonValueKind.Null: csv.WriteField((string?)null); break;
            case JsonValueKind.True or JsonValueKind.False: csv.WriteField(value.GetBoolean()); break;
            case JsonValueKind.Number when value.TryGetInt64(out var whole): csv.WriteField(whole); break;
            case JsonValueKind.Number: csv.WriteField(value.GetDouble()); break;
            default: csv.WriteField(value.GetString()); break;
        }
    }

    private static void WriteJson(Stream output, RowTable table, bool byteOrderMark)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var column in table.Columns)
            {
                json.WritePropertyName(column.Name);
                if (column.IsList) JsonSerializer.Serialize(json, column.Texts(row));
                else column.Value(row).WriteTo(json);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
