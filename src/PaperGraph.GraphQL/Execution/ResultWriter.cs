using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Writes completed columns as JSON, fields in the order of the request. It keeps a stack of its own, since selections have any depth.
/// </summary>
internal sealed class ResultWriter(Utf8JsonWriter writer, WorkCounter work)
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true, MaxDepth = int.MaxValue };

    /// <summary>The stack of the result that this thread wrote last; nothing is kept of one that was very deep.</summary>
    [ThreadStatic]
    private static Stack<Frame>? spare;

    private const int MaxSpareDepth = 64;

    private readonly Stack<Frame> open = TakeSpare();

    private static Stack<Frame> TakeSpare()
    {
        var taken = spare ?? new();
        spare = null;
        return taken;
    }

    public void Write(ObjectTable table, int row)
    {
        Open(table, row);
        WriteOpen();
    }

    /// <summary>Writes the items of a list as an array.</summary>
    public void Write(ListColumn lists, int row)
    {
        Open(lists, row);
        WriteOpen();
    }

    private void WriteOpen()
    {
        while (open.TryPop(out var frame))
        {
            if (frame.Table is { } current) WriteFields(current, frame.Row, frame.Next);
            else WriteItems(frame.Items!, frame.Next, frame.End);
        }
        if (open.Capacity <= MaxSpareDepth) spare = open;
    }

    /// <summary>The fields of an object from a column on, up to the first with values inside: what is left then waits for it.</summary>
    private void WriteFields(ObjectTable table, int row, int fieldIndex)
    {
        for (; fieldIndex < table.Fields.Length; fieldIndex++)
        {
            work.Step();
            writer.WritePropertyName(table.Fields[fieldIndex].EncodedName);
            if (table.Columns[fieldIndex] is not { } column)
            {
                writer.WriteStringValue(table.Type.EncodedName);
                continue;
            }
            if (TryWriteSimple(column, row)) continue;
            open.Push(new Frame(table, row, null, fieldIndex + 1, 0));
            OpenValue(column, row);
            return;
        }
        writer.WriteEndObject();
    }

    private void WriteItems(Column items, int index, int end)
    {
        for (; index < end; index++)
        {
            work.Step();
            if (TryWriteSimple(items, index)) continue;
            open.Push(new Frame(null, 0, items, index + 1, end));
            OpenValue(items, index);
            return;
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes a scalar, an enum or null; false for an object or a list.</summary>
    private bool TryWriteSimple(Column column, int index)
    {
        if (column.Values[index] is not { } value) writer.WriteNullValue();
        else if (column is not LeafColumn leaf) return false;
        else if (leaf.Format is { } format) format.Write(writer, value);
        else writer.WriteStringValue(((EnumValue)value).EncodedName);
        return true;
    }

    private void OpenValue(Column column, int index)
    {
        switch (column)
        {
            case ObjectColumn objects:
                Open(objects.TableAt(index), objects.Rows[index]);
                break;
            case ListColumn lists:
                Open(lists, index);
                break;
        }
    }

    private void Open(ListColumn lists, int row)
    {
        writer.WriteStartArray();
        open.Push(new Frame(null, 0, lists.Items!, lists.Offsets[row], lists.Offsets[row + 1]));
    }

    private void Open(ObjectTable table, int row)
    {
        writer.WriteStartObject();
        open.Push(new Frame(table, row, null, 0, 0));
    }

    /// <summary>An object being written, from column Next on, or a list, from item Next to End.</summary>
    private readonly record struct Frame(ObjectTable? Table, int Row, Column? Items, int Next, int End);
}
