using System.Buffers;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution;

/// <summary>Completed data, which is null where a null reached the root, and the errors met.</summary>
internal sealed class ExecutionResult(ObjectGroup? data, IReadOnlyList<GraphQLError> errors, ColumnPool pool) : GraphQLResponse(errors)
{
    public override void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        writer.WriteStartObject();
        ErrorWriter.WriteErrors(writer, Errors);
        writer.WritePropertyName("data"u8);
        if (data is null) writer.WriteNullValue();
        else new ResultWriter(writer).Write(data, 0);
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
