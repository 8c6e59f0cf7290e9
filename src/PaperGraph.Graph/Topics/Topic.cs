using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Topics;

internal sealed class Topic : Node
{
    public string? Slug { get; set; }

    public string? Name { get; set; }

    public long PaperCount { get; set; }

    public static Entity<Topic> Entity { get; } = new Entity<Topic>("topics", "t")
        .Column<string>("slug", "t.slug", (topic, value) => topic.Slug = value)
        .Column<string>("name", "t.name", (topic, value) => topic.Name = value)
        .Column<long>(
            "paperCount",
            $"(select count(distinct x.paper_id) from paper_topics x where x.topic_id in ({TopicTree.Below("t.id")}))",
            (topic, value) => topic.PaperCount = value);
}
