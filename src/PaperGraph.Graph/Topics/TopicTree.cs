namespace PaperGraph.Graph.Topics;

/// <summary>The tree of topics in SQL: a topic, and the topics below it.</summary>
internal static class TopicTree
{
    /// <summary>A select of one column: the ids of the topic <paramref name="root"/> and of those below it.</summary>
    public static string Below(string root) =>
        $"""
        with recursive below(id) as (
          select {root}
          union all
          select child.id from topics child join below on child.parent_id = below.id)
        select id from below
        """;

    /// <summary>A select of two columns: a topic's id, and the id of the topic or of one above it.</summary>
    public const string Roots =
        """
        with recursive below(id, root) as (
          select id, id from topics
          union all
          select child.id, below.root from topics child join below on child.parent_id = below.id)
        select id, root from below
        """;
}
