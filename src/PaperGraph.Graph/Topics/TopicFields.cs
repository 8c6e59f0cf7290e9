using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Topics;

/// <summary>What a person knows a topic by; exactly one is set.</summary>
internal sealed record TopicKey(string? Id, string? Slug);

/// <summary>A topic of a paper, how much it is about it, and who states that.</summary>
internal sealed record PaperTopic(Topic Topic, float Score, string? Source);

internal static class TopicFields
{
    private static readonly PaperSet Papers = PaperSet.FromTrees(PaperEdges.Topics, EntityTree.Topics);

    public static FieldBindings BindTopics(this FieldBindings bindings) => bindings
        .Type<Topic>("Topic")
        .Type<PaperTopic>("PaperTopic")
        .Connection<Edge>("Topic")
        .Enum<TopicOrderField>("TopicOrderField")
        .Input<TopicKey>("TopicKey")
        .Input<TopicFilter>("TopicFilter")
        .Input<TopicOrder>("TopicOrder")
        .Data("Query.topic", field => LookupQuery<Topic>.Create(field, Topic.Entity, Condition(field.Argument<TopicKey>("by"))))
        .Data("Query.topics", field =>
            Lists.Create(field, Topic.Entity, TopicOrder.List(field, CompiledFilter.From<TopicFilter>(field))))
        .Data("Topic.papers", field => PaperLists.Create(field, Papers))
        .Data("Topic.timeline", field => GroupFields.Timeline(field, Papers))
        .Data("Topic.concepts", field => Lists.Create(field, Concept.Entity, ConceptsOfTopics))
        .Data("Topic.parent", field => DirectNodes.One(field, Topic.Entity, "topics x", "x.id", "x.parent_id"))
        .Data("Topic.children", field => DirectNodes.Many(field, Topic.Entity, "topics x", "x.parent_id", "x.id", "t.position, t.id"))
        .Data("Paper.topics", OfPapers);

    /// <summary>All of a topic are sorted: they are some hundred, and an index of all concepts has most of others.</summary>
    private static readonly ListStatement ConceptsOfTopics = new(
        new("""
            (select x.concept_id from concept_topics x where x.topic_id = parents.parent offset 0) as e
              cross join lateral (select y.* from concepts y where y.id = e.concept_id limit 1) as c
            """),
        new("c.id"),
        Belongs: new("true"),
        Filter: null,
        ConceptOrder.Terms())
    {
        Counted = new RawSql("from concept_topics x where x.topic_id = parents.parent"),
    };

    public static DataRequest OfConcepts(FieldContext field) =>
        DirectNodes.Many(field, Topic.Entity, "concept_topics x", "x.concept_id", "x.topic_id", "t.position, t.id");

    private static SqlFragment Condition(TopicKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Topic), new("t.id")),
        { Slug: { } given } when TextArgument.Checked(given, new ArgumentPath("by").Field("slug"), TextLimits.Slug) is var slug =>
            sql => sql.Append($"t.slug = {slug}"),
        _ => throw new InvalidOperationException("A topic is looked for by nothing."),
    };

    private static DataRequest OfPapers(FieldContext field)
    {
        if (!ParentKeys.TryGet(field, out var papers)) return DataRequest.NeedsParents;

        var columns = field.Field.Memo(nameof(SelectedColumns<>), _ => Topic.Entity.Select(field.Selection.Select("topic").Names));
        return new RowListQuery<PaperTopic>(
            papers,
            (sql, parents) => sql.Append($"""
                select x.paper_id, x.topic_id, x.score, x.source{columns.Words}
                from {parents}
                join paper_topics x on x.paper_id = parents.parent
                join {Topic.Entity.Table} on t.id = x.topic_id
                order by x.paper_id, x.score desc, x.topic_id
                """),
            [SqlType.Bigint, SqlType.Bigint, SqlType.Real, SqlType.Text, .. columns.Types],
            row => new PaperTopic(
                columns.Read(row, row.GetInt64(1), 4), row.GetFloat(2), row.IsDBNull(3) ? null : row.GetString(3)));
    }
}
