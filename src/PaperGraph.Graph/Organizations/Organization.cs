using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Organizations;

internal sealed class Organization : AnalyzedNode
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Ror { get; set; }

    public string? CountryCode { get; set; }

    /// <summary>How many papers it has a role in; those of the organizations below it are not among them.</summary>
    public int PaperCount { get; set; }

    public static Entity<Organization> Entity { get; } = RankedRows.Organizations.AddTo(new Entity<Organization>("organizations", "o")
        .Former("select id, organization_id from former_organizations")
        .Column<string>("slug", "o.slug", (organization, value) => organization.Slug = value)
        .Column<string>("name", "o.name", (organization, value) => organization.Name = value)
        .Column<string>("ror", "o.ror", (organization, value) => organization.Ror = value)
        .Column<string>("countryCode", "o.country_code", (organization, value) => organization.CountryCode = value)
        .Column<int>("paperCount", "o.paper_count", (organization, value) => organization.PaperCount = value));

    /// <summary>
    /// Slugs, slugs and accounts that lead to them, and all names, without regard to case; of organizations that share a name, the one
    /// that is called so first and foremost.
    /// </summary>
    public static EntityNames Names { get; } = new(
        "organization",
        name => name.ToLowerInvariant(),
        new("""
            select asked.ord, o.id, 0, 0 from asked join organizations o on o.slug = asked.slug
            union all
            select asked.ord, x.organization_id, 1, 0 from asked join organization_slugs x on x.slug = asked.slug
            union all
            select asked.ord, o.id, 2, o.paper_count
            from asked join organizations o on o.name_order = asked.key
            union all
            select asked.ord, o.id, 3, o.paper_count
            from asked join organization_names x on lower(x.name) = asked.key join organizations o on o.id = x.organization_id
            """),
        new("""
            select distinct x.name
            from organization_names x
            where left(lower(x.name), 2) = left(unknown.key, 2) or right(lower(x.name), 4) = right(unknown.key, 4)
            limit 500
            """))
    {
        Slug = slug => slug.ToLowerInvariant(),
    };
}
