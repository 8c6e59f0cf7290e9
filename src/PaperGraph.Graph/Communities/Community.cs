using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Communities;

internal sealed class Community : Node
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public int PaperCount { get; set; }

    public int ConceptCount { get; set; }

    public int TopicCount { get; set; }

    public int OrganizationCount { get; set; }

    public int RepositoryCount { get; set; }

    public int AuthorCount { get; set; }

    public static Entity<Community> Entity { get; } = new Entity<Community>("communities", "m")
        .Column<string>("slug", "m.slug", (community, value) => community.Slug = value)
        .Column<string>("name", "m.name", (community, value) => community.Name = value)
        .Column<int>("paperCount", "m.paper_count", (community, value) => community.PaperCount = value)
        .Column<int>("conceptCount", "m.concept_count", (community, value) => community.ConceptCount = value)
        .Column<int>("topicCount", "m.topic_count", (community, value) => community.TopicCount = value)
        .Column<int>("organizationCount", "m.organization_count", (community, value) => community.OrganizationCount = value)
        .Column<int>("repositoryCount", "m.repository_count", (community, value) => community.RepositoryCount = value)
        .Column<int>("authorCount", "m.author_count", (community, value) => community.AuthorCount = value);

    public static EntityNames Names { get; } = new(
        "community",
        name => name.ToLowerInvariant(),
        new("""
            select asked.ord, m.id, 0, 0 from asked join communities m on m.slug = asked.slug
            union all
            select asked.ord, m.id, 1, m.paper_count from asked join communities m on m.name_order = asked.key
            """),
        new("select m.slug from communities m order by m.paper_count desc, m.id limit 500"));
}
