using System.Text.Json;
using System.Text.Json.Serialization;

namespace PaperGraph.Benchmarks.Comparison;

/// <summary>The variables of all compared queries; each has some of them.</summary>
internal sealed record CeilingParameters
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Paper { get; init; }

    public string? Concept { get; init; }

    public string? Other { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Words { get; init; }
}
