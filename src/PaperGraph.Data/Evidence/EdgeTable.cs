namespace PaperGraph.Data.Evidence;

/// <summary>A table of edges of papers that <c>evidence</c> points at.</summary>
/// <param name="Keys">The columns that name an edge beside the paper, as <c>evidence</c> has them too.</param>
/// <param name="Others">Its columns beside the paper and the keys.</param>
internal sealed record EdgeTable(string Name, string[] Keys, string[] Others)
{
    public static readonly EdgeTable[] All =
    [
        new("paper_organizations", ["organization_id", "role"], []),
        new("paper_repositories", ["repository_id"], ["is_official"]),
        new("paper_resources", ["resource_id"], []),
    ];

    public string Columns(string prefix = "") => string.Join(", ", Keys.Concat(Others).Select(column => prefix + column));

    public string Matches(string left, string right) => string.Join(" and ", Keys.Select(key => $"{left}.{key} = {right}.{key}"));
}
