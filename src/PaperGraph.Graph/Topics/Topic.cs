using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Topics;

internal sealed class Topic : AnalyzedNode
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public string? Taxonomy { get; set; }

    public int PaperCount { get; set; }

    public static Entity<Topic> Entity { get; } = RankedRows.Topics.AddTo(new Entity<Topic>("topics", "t")
        .Column<string>("slug", "t.slug", (topic, value) => topic.Slug = value)
        .Column<string>("name", "t.name", (topic, value) => topic.Name = value)
        .Column<string>("taxonomy", "t.taxonomy", (topic, value) => topic.Taxonomy = value)
        .Column<int>("paperCount", "t.paper_count", (topic, value) => topic.PaperCount = value));

    /// <summary>Of topics that are called alike, one of the graph's own tree rather than one of a source's taxonomy.</summary>
    public static EntityNames Names { get; } = new(
        "topic",
        name => name.ToLowerInvariant(),
        new("""
            select asked.ord, t.id, 0, 0 from asked join topics t on t.slug = asked.slug
            union all
            select asked.ord, t.id, 1, (t.taxonomy is null)::integer from asked join topics t on lower(t.name) = asked.key
            """),
        new("select t.name from topics t order by t.position"));
}
