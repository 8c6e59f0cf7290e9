using System.Buffers;
using System.Text.Json;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL;

internal class RequestErrorResponse(IReadOnlyList<GraphQLError> errors) : GraphQLResponse(errors)
{
    public override void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        writer.WriteStartObject();
        ErrorWriter.WriteErrors(writer, Errors);
        WriteExtensions(writer);
        writer.WriteEndObject();
    }
}
