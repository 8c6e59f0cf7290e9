namespace PaperGraph.Data.Evidence;

/// <summary>A table of edges of papers that <c>evidence</c> points at.</summary>
/// <param name="Keys">The columns that name an edge beside the paper, as <c>evidence</c> has them too.</param>
/// <param name="Others">The columns of the table beside the paper and the keys.</param>
/// <param name="HasDay">Whether it has the paper's day, to list papers by.</param>
internal sealed record EdgeTable(string Name, string[] Keys, string[] Others, bool HasDay)
{
    public static readonly EdgeTable[] All =
    [
        new("paper_organizations", ["organization_id", "role"], [], HasDay: true),
        new("paper_repositories", ["repository_id"], ["is_official"], HasDay: true),
        new("paper_resources", ["resource_id"], [], HasDay: false),
    ];

    /// <summary>The columns of the table without the paper's id, and without the day where it has one.</summary>
    /// <param name="day">The expression that is selected as the day.</param>
    public string ColumnsWith(string day, string prefix = "") =>
        string.Join(", ", Keys.Concat(Others).Select(column => prefix + column).Concat(HasDay ? [day] : []));

    public string Matches(string left, string right) => string.Join(" and ", Keys.Select(key => $"{left}.{key} = {right}.{key}"));
}
