using System.Buffers;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>The answer to a request that only asks what it would cost: neither data nor errors.</summary>
internal sealed class CostResponse : GraphQLResponse
{
    public CostResponse(RequestCost cost)
        : base([]) => Cost = cost;

    public override void WriteTo(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        writer.WriteStartObject();
        WriteExtensions(writer);
        writer.WriteEndObject();
    }
}
