using System.Buffers;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Completed data, which is null where a null reached the root, and the errors met.</summary>
/// <param name="data">The root; none where the execution was given up.</param>
internal sealed class ExecutionResult(ObjectTable? data, IReadOnlyList<GraphQLError> errors, ColumnPool pool) : GraphQLResponse(errors)
{
    public override void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        writer.WriteStartObject();
        ErrorWriter.WriteErrors(writer, Errors);
        writer.WritePropertyName("data"u8);
        if (data is null || data.IsDropped(0)) writer.WriteNullValue();
        else new ResultWriter(writer, Work).Write(data, 0);
        WriteExtensions(writer);
        writer.WriteEndObject();
    }

    /// <summary>The result of an execution that was given up.</summary>
    public static ExecutionResult WithoutData(GraphQLError error) => new(null, [error], new ColumnPool());

    protected override void Dispose(bool disposing)
    {
        pool.Dispose();
        base.Dispose(disposing);
    }
}
