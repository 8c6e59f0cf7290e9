using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Organizations;

internal sealed class Organization : Node
{
    /// <summary>How many papers name it in any role.</summary>
    public const string PaperCountSql =
        "(select count(distinct x.paper_id) from paper_organizations x where x.organization_id = o.id)";

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public long PaperCount { get; set; }

    public static Entity<Organization> Entity { get; } = new Entity<Organization>("organizations", "o")
        .Column<string>("slug", "o.slug", (organization, value) => organization.Slug = value)
        .Column<string>("name", "o.name", (organization, value) => organization.Name = value)
        .Column<long>("paperCount", PaperCountSql, (organization, value) => organization.PaperCount = value);
}
