using System.Buffers;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Completed data, which is null where a null reached the root, and the errors met.</summary>
/// <param name="data">The root; none where the execution was given up.</param>
internal sealed class ExecutionResult(ObjectTable? data, IReadOnlyList<GraphQLError> errors, ColumnPool? pool) : GraphQLResponse(errors)
{
    /// <summary>What a writer that is kept writes to: nothing is ever written.</summary>
    private static readonly ArrayBufferWriter<byte> Nowhere = new();

    /// <summary>The writer of the result that this thread wrote last.</summary>
    [ThreadStatic]
    private static Utf8JsonWriter? spare;

    public override void WriteTo(IBufferWriter<byte> output)
    {
        var writer = TakeSpare(output);
        writer.WriteStartObject();
        ErrorWriter.WriteErrors(writer, Errors);
        writer.WritePropertyName("data"u8);
        if (data is null || data.IsDropped(0)) writer.WriteNullValue();
        else new ResultWriter(writer, Work).Write(data, 0);
        WriteExtensions(writer);
        writer.WriteEndObject();
        writer.Flush();
        writer.Reset(Nowhere);
        spare = writer;
    }

    private static Utf8JsonWriter TakeSpare(IBufferWriter<byte> output)
    {
        if (spare is not { } writer) return new Utf8JsonWriter(output, ResultWriter.Options);
        spare = null;
        writer.Reset(output);
        return writer;
    }

    /// <summary>The result of an execution that was given up.</summary>
    public static ExecutionResult WithoutData(GraphQLError error) => new(null, [error], pool: null);

    protected override void Dispose(bool disposing)
    {
        pool?.Dispose();
        base.Dispose(disposing);
    }
}
