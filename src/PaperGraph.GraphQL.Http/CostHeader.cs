using Microsoft.Extensions.Primitives;

namespace PaperGraph.GraphQL.Http;

/// <summary>The header <c>GraphQL-Cost</c>: <c>report</c> or <c>validate</c>, as in <see cref="CostReporting"/>.</summary>
internal static class CostHeader
{
    public const string Name = "GraphQL-Cost";

    public static Result<CostReporting> Read(StringValues header)
    {
        var text = header.ToString();
        if (text.Length == 0) return CostReporting.None;
        var reporting = text.ToUpperInvariant() switch
        {
            "REPORT" => CostReporting.Report,
            "VALIDATE" => CostReporting.Validate,
            _ => CostReporting.None,
        };
        return reporting != CostReporting.None
            ? reporting
            : RequestError.Malformed(
                $"The header {Name} is \"{Excerpt.From(text)}\". Send report to be told the cost too, or validate for nothing but that.");
    }
}
