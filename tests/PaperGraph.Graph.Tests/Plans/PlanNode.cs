using System.Text.Json;

namespace PaperGraph.Graph.Tests.Plans;

/// <summary>A node of a plan that was executed.</summary>
/// <param name="Type">As PostgreSQL calls it: <c>Index Scan</c>.</param>
/// <param name="Relation">The table that it reads; null for none.</param>
/// <param name="Rows">How many rows it gave each time.</param>
/// <param name="Loops">How many times it was executed.</param>
/// <param name="Condition">What is looked up in an index, as PostgreSQL writes it; null for nothing.</param>
/// <param name="Children">The nodes whose rows it takes.</param>
internal sealed record PlanNode(
    string Type, string? Relation, double Rows, double Loops, string? Condition, IReadOnlyList<PlanNode> Children)
{
    /// <param name="json">The answer to <c>explain (analyze, format json)</c>.</param>
    public static PlanNode Parse(string json) => Read(JsonDocument.Parse(json).RootElement[0].GetProperty("Plan"));

    /// <summary>The node, and all below it.</summary>
    public IEnumerable<PlanNode> All => Children.SelectMany(child => child.All).Prepend(this);

    public bool IsSort => Type is "Sort" or "Incremental Sort";

    public override string ToString() => $"{Type} {Relation} of {Rows} rows, {Loops} times";

    private static PlanNode Read(JsonElement node) => new(
        node.GetProperty("Node Type").GetString()!,
        node.TryGetProperty("Relation Name", out var relation) ? relation.GetString() : null,
        node.GetProperty("Actual Rows").GetDouble(),
        node.GetProperty("Actual Loops").GetDouble(),
        node.TryGetProperty("Index Cond", out var condition) ? condition.GetString() : null,
        node.TryGetProperty("Plans", out var children) ? [.. children.EnumerateArray().Select(Read)] : []);
}
