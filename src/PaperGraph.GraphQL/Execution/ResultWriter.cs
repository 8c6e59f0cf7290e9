using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Completed columns to JSON, fields in the order of the request. Keeps its own stack: selections are of any depth.</summary>
internal sealed class ResultWriter(Utf8JsonWriter writer, WorkCounter work)
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true, MaxDepth = int.MaxValue };

    private readonly Stack<Frame> open = new();

    public void Write(ObjectGroup group, int row)
    {
        Open(group, row);
        WriteOpen();
    }

    /// <summary>The items of a list as an array.</summary>
    public void Write(ListLayer lists, int row)
    {
        Open(lists, row);
        WriteOpen();
    }

    private void WriteOpen()
    {
        while (open.TryPop(out var frame))
        {
            if (frame.Group is { } current) WriteFields(current, frame.Row, frame.Next);
            else WriteItems(frame.Items!, frame.Next, frame.End);
        }
    }

    /// <summary>The fields of an object from a column on, up to the first with values inside: what is left then waits for it.</summary>
    private void WriteFields(ObjectGroup group, int row, int column)
    {
        for (; column < group.Fields.Length; column++)
        {
            work.Step();
            writer.WritePropertyName(group.Fields[column].EncodedName);
            if (group.Columns[column] is not { } layer)
            {
                writer.WriteStringValue(group.Type.EncodedName);
                continue;
            }
            if (TryWriteSimple(layer, row)) continue;
            open.Push(new Frame(group, row, null, column + 1, 0));
            OpenValue(layer, row);
            return;
        }
        writer.WriteEndObject();
    }

    private void WriteItems(Layer items, int index, int end)
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

    /// <summary>False for an object or a list.</summary>
    private bool TryWriteSimple(Layer layer, int index)
    {
        if (layer.Values[index] is not { } value) writer.WriteNullValue();
        else if (layer is not LeafLayer leaf) return false;
        else if (leaf.Format is { } format) format.Write(writer, value);
        else writer.WriteStringValue(((EnumValue)value).EncodedName);
        return true;
    }

    private void OpenValue(Layer layer, int index)
    {
        switch (layer)
        {
            case ObjectLayer objects:
                Open(objects.GroupAt(index), objects.Rows[index]);
                break;
            case ListLayer lists:
                Open(lists, index);
                break;
        }
    }

    private void Open(ListLayer lists, int row)
    {
        writer.WriteStartArray();
        open.Push(new Frame(null, 0, lists.Items!, lists.Starts[row], lists.Starts[row + 1]));
    }

    private void Open(ObjectGroup group, int row)
    {
        writer.WriteStartObject();
        open.Push(new Frame(group, row, null, 0, 0));
    }

    /// <summary>An object being written, from column Next on, or a list, from item Next to End.</summary>
    private readonly record struct Frame(ObjectGroup? Group, int Row, Layer? Items, int Next, int End);
}
