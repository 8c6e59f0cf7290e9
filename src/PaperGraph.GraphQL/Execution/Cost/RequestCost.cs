using System.Globalization;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>What a request costs by <see cref="CostAnalysis"/>, as the response tells it: <c>extensions.cost</c>.</summary>
/// <param name="Limit">Null where there is none.</param>
internal sealed record RequestCost(double Requested, long? Limit)
{
    /// <summary>Whether the request has <c>"extensions": { "cost": true }</c>.</summary>
    public static bool IsAskedFor(GraphQLRequest request) =>
        request.Extensions is { ValueKind: JsonValueKind.Object } extensions
        && extensions.TryGetProperty("cost", out var asked)
        && asked.ValueKind == JsonValueKind.True;

    public static GraphQLError Refusal(SelectionCost cost, long limit)
    {
        var spot = cost.Spot is { } field ? $"The most expensive field is {field}, with {Text(cost.SpotTotal)} of it. " : "";
        return new GraphQLError(
            $"The request costs {Text(cost.Total)}; the limit MaxCost is {limit}. {spot}Ask for fewer items, or in several requests.")
        {
            Code = ErrorCodes.CostLimit,
            Locations = cost.Spot is null ? [] : [cost.Spot.Nodes[0].Location],
        };
    }

    /// <summary>The entry <c>extensions</c> of a response.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("extensions"u8);
        writer.WriteStartObject("cost"u8);
        writer.WriteNumber("requested"u8, (decimal)Requested);
        if (Limit is { } limit) writer.WriteNumber("limit"u8, limit);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Text(double cost) => ((decimal)cost).ToString("0.###", CultureInfo.InvariantCulture);
}
