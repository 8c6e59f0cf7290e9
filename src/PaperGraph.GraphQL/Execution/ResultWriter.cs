using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Completed columns to JSON, fields in the order of the request. Keeps its own stack, since selections may be of any depth.</summary>
internal sealed class ResultWriter(Utf8JsonWriter writer)
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true, MaxDepth = int.MaxValue };

    private readonly Stack<Frame> open = new();

    public void Write(ObjectGroup group, int row)
    {
        Open(group, row);
        while (open.TryPop(out var frame))
        {
            if (frame.Group is { } current) WriteField(current, frame.Row, frame.Next);
            else WriteItem(frame.Items!, frame.Next, frame.End);
        }
    }

    private void WriteField(ObjectGroup group, int row, int column)
    {
        if (column == group.Fields.Length)
        {
            writer.WriteEndObject();
            return;
        }
        open.Push(new Frame(group, row, null, column + 1, 0));
        writer.WritePropertyName(group.Fields[column].EncodedName);
        if (group.Columns[column] is { } layer) WriteValue(layer, row);
        else writer.WriteStringValue(group.Type.EncodedName);
    }

    private void WriteItem(Layer items, int index, int end)
    {
        if (index == end)
        {
            writer.WriteEndArray();
            return;
        }
        open.Push(new Frame(null, 0, items, index + 1, end));
        WriteValue(items, index);
    }

    private void WriteValue(Layer layer, int index)
    {
        if (layer.Values[index] is not { } value)
        {
            writer.WriteNullValue();
            return;
        }
        switch (layer)
        {
            case LeafLayer { Type: ScalarType scalar }:
                scalar.Format.Write(writer, value);
                break;
            case LeafLayer:
                writer.WriteStringValue(((EnumValue)value).EncodedName);
                break;
            case ObjectLayer objects:
                Open(objects.GroupAt(index), objects.Rows[index]);
                break;
            case ListLayer lists:
                writer.WriteStartArray();
                open.Push(new Frame(null, 0, lists.Items!, lists.Starts[index], lists.Starts[index + 1]));
                break;
        }
    }

    private void Open(ObjectGroup group, int row)
    {
        writer.WriteStartObject();
        open.Push(new Frame(group, row, null, 0, 0));
    }

    /// <summary>An object being written, from column Next on, or a list, from item Next to End.</summary>
    private readonly record struct Frame(ObjectGroup? Group, int Row, Layer? Items, int Next, int End);
}
