using System.Globalization;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>What a request costs, as the entry <c>cost</c> of a response's extensions tells it.</summary>
/// <param name="Requested">The cost that <see cref="CostAnalysis"/> computed before execution.</param>
/// <param name="Limit">The limit of the cost; null where there is none.</param>
internal sealed record RequestCost(double Requested, long? Limit, CostReporting Reporting)
{
    /// <summary>What the answer cost; null where the request was not executed to its end.</summary>
    public ActualCost? OfAnswer { get; init; }

    public double? Actual => OfAnswer?.Total;

    /// <summary>What the request wants to be told; by whoever made it, else by its own extensions.</summary>
    public static CostReporting FindReporting(GraphQLRequest request)
    {
        if (request.Cost != CostReporting.None
            || request.Extensions is not { ValueKind: JsonValueKind.Object } extensions
            || !extensions.TryGetProperty("cost", out var asked)
            || asked.ValueKind != JsonValueKind.String) return request.Cost;
        return asked.ValueEquals("report"u8) ? CostReporting.Report
            : asked.ValueEquals("validate"u8) ? CostReporting.Validate
            : CostReporting.None;
    }

    public static GraphQLError LimitError(SelectionCost cost, long limit)
    {
        var spot = cost.Spot is { } field ? $"The most expensive field is {field}, with {Text(cost.SpotTotal)} of it. " : "";
        return new GraphQLError(
            $"The request costs {Text(cost.Total)}; the limit MaxCost is {limit}. {spot}Ask for fewer items, or in several requests.")
        {
            Code = ErrorCodes.CostLimit,
            Locations = cost.Spot is null ? [] : [cost.Spot.Nodes[0].Location],
        };
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("cost"u8);
        writer.WriteNumber("requested"u8, (decimal)Requested);
        if (Actual is { } actual) writer.WriteNumber("actual"u8, (decimal)actual);
        if (Limit is { } limit) writer.WriteNumber("limit"u8, limit);
        writer.WriteEndObject();
    }

    private static string Text(double cost) => ((decimal)cost).ToString("0.###", CultureInfo.InvariantCulture);
}
