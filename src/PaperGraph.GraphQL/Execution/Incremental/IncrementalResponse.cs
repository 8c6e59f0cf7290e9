using System.Buffers;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution.Incremental;

/// <summary>One of several responses to a request: the first with the data that does not wait, the others with what was put off.</summary>
/// <param name="data">The root in the first response; null in the others.</param>
internal sealed partial class IncrementalResponse(ObjectTable? data, IReadOnlyList<GraphQLError> errors) : GraphQLResponse(errors)
{
    public List<PendingResult> Pending { get; } = [];

    public List<ResultPart> Incremental { get; } = [];

    public List<PendingResult> Completed { get; } = [];

    public bool HasNext { get; set; }

    /// <summary>False where what was executed has to wait for something that is announced already.</summary>
    public bool SaysSomething => Pending.Count + Incremental.Count + Completed.Count > 0;

    public override void WriteTo(IBufferWriter<byte> output) => WriteTo(output, IncrementalFormat.Ids);

    public override void WriteTo(IBufferWriter<byte> output, IncrementalFormat format)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        writer.WriteStartObject();
        if (data is not null) WriteData(writer, data);
        if (format == IncrementalFormat.Paths) WriteByPaths(writer);
        else WriteByIds(writer);
        WriteExtensions(writer);
        writer.WriteBoolean("hasNext"u8, HasNext);
        writer.WriteEndObject();
    }

    private void WriteData(Utf8JsonWriter writer, ObjectTable root)
    {
        ErrorWriter.WriteErrors(writer, Errors);
        writer.WritePropertyName("data"u8);
        if (root.IsDropped(0)) writer.WriteNullValue();
        else new ResultWriter(writer, Work).Write(root, 0);
    }

    private void WriteByIds(Utf8JsonWriter writer)
    {
        WriteArray(writer, "pending", Pending, WritePending);
        WriteArray(writer, "incremental", Incremental, WritePart);
        WriteArray(writer, "completed", Completed, WriteCompleted);
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, List<T> entries, Action<Utf8JsonWriter, T> write)
    {
        if (entries.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            write(writer, entry);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePending(Utf8JsonWriter writer, PendingResult pending)
    {
        writer.WriteString("id"u8, pending.Id);
        ErrorWriter.WritePath(writer, "path", pending.Path);
        if (pending.Label is not null) writer.WriteString("label"u8, pending.Label);
    }

    private void WritePart(Utf8JsonWriter writer, ResultPart part)
    {
        var owner = part.DeliveredBy!;
        writer.WriteString("id"u8, owner.Id);
        if (part.Path.Count > owner.Path.Count) ErrorWriter.WritePath(writer, "subPath", part.Path.Skip(owner.Path.Count));
        ErrorWriter.WriteErrors(writer, part.Errors);
        WriteWhole(writer, part);
    }

    private void WriteWhole(Utf8JsonWriter writer, ResultPart part)
    {
        if (part.Whole is ListColumn lists)
        {
            writer.WritePropertyName("items"u8);
            new ResultWriter(writer, Work).Write(lists, part.Row);
        }
        else
        {
            writer.WritePropertyName("data"u8);
            new ResultWriter(writer, Work).Write((ObjectTable)part.Whole!, part.Row);
        }
    }

    private static void WriteCompleted(Utf8JsonWriter writer, PendingResult pending)
    {
        writer.WriteString("id"u8, pending.Id);
        if (pending.Failure is not null) ErrorWriter.WriteErrors(writer, pending.Failure);
    }
}
