using System.Text.Json;

namespace PaperGraph.Rows;

/// <summary>What is sent: rows of one answer, or of several pages one behind the other.</summary>
internal sealed record RowTable(IReadOnlyList<RowColumn> Columns, IReadOnlyList<JsonElement> Rows)
{
    /// <summary>How many rows there are, those included that are not sent; null where that is not known.</summary>
    public int? TotalCount { get; init; }

    /// <summary>The parameter <c>after</c> of the rows behind these; null where there are none.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the graph is not what it will be in a moment, so that nobody should keep the rows.</summary>
    public bool IsProvisional { get; init; }
}
