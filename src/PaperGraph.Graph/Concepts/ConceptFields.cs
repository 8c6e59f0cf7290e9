using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Concepts;

/// <summary>What a person knows a concept by; exactly one is set.</summary>
internal sealed record ConceptLookupKey(string? Id, string? Slug, string? Name);

/// <summary>A name of a concept, and how often it stands in the stored texts.</summary>
internal sealed record ConceptName(string Name, int MentionCount, ConceptNameOrigin Origin);

/// <summary>An edge between a paper and a concept, with its weight.</summary>
internal sealed class WeightedEdge : Edge
{
    public float Weight { get; set; }

    public static EdgeColumns<WeightedEdge> Columns { get; } =
        new EdgeColumns<WeightedEdge>().Column<float>("weight", "e.weight", (edge, weight) => edge.Weight = weight);
}

internal static class ConceptFields
{
    private static readonly ArgumentPath By = new("by");

    private static readonly PaperSet Papers = PaperSet.FromParents(PaperEdges.Concepts);

    private static readonly ListStatement OfPapers = new ListStatement(
        new("paper_concepts e"),
        new("e.concept_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        ByWeight("e.concept_id")).WithOwnArms();

    public static FieldBindings BindConcepts(this FieldBindings bindings) => bindings
        .Type<Concept>("Concept")
        .Type<ConceptName>("ConceptName")
        .Connection<Edge>("Concept")
        .Connection<WeightedEdge>("PaperConcept")
        .Connection<WeightedEdge>("ConceptPaper")
        .Estimate("ConceptPaper")
        .Enum<ConceptKind>("ConceptKind")
        .Enum<ConceptNameOrigin>("ConceptNameOrigin")
        .Enum<ConceptOrderField>("ConceptOrderField")
        .Input<ConceptLookupKey>("ConceptKey")
        .Input<ConceptFilter>("ConceptFilter")
        .Input<ConceptOrder>("ConceptOrder")
        .Data("Query.concept", field => Lookup(field, field.Argument<ConceptLookupKey>("by")))
        .Data("Query.concepts", field => Lists.Create(field, Concept.Entity, ConceptLists.All(field)))
        .Data("Concept.papers", field => Lists.Create(field, Paper.Entity, PapersOfConcept(field), WeightedEdge.Columns))
        .Data("Paper.concepts", field => Lists.Create(field, Concept.Entity, ConceptsOfPaper(field), WeightedEdge.Columns))
        .Data("Concept.timeline", field => GroupFields.Timeline(field, Papers))
        .Data("Concept.names", Names)
        .Data("Concept.topics", TopicFields.OfConcepts);

    private static LookupQuery<Concept> Lookup(FieldContext field, ConceptLookupKey key) => key switch
    {
        { Id: { } id } => LookupQuery<Concept>.Create(
            field, Concept.Entity, NodeId.Condition(id, nameof(Concept), Concept.Entity.Key, Concept.Entity.FormerIds)),
        { Slug: { } given } when TextArgument.Checked(given, By.Field("slug"), TextLimits.Slug) is var slug => LookupQuery<Concept>.Create(
            field,
            Concept.Entity,
            sql => sql.Append($"(c.slug = {slug} or c.id = (select concept_id from concept_slugs where slug = {slug}))"),
            sql => sql.Append($"c.slug = {slug} desc")),
        { Name: { } name } =>
            Lookup(field, PaperGraph.Concepts.ConceptKey.Create(TextArgument.Checked(name, By.Field("name"), TextLimits.Name))),
        _ => throw new InvalidOperationException("A concept is looked for by nothing."),
    };

    /// <summary>
    /// Finds the concept that a name means most often, where several concepts have that name; where none has, the one that a source says is
    /// called so.
    /// </summary>
    private static LookupQuery<Concept> Lookup(FieldContext field, string nameKey) => LookupQuery<Concept>.Create(
        field,
        Concept.Entity,
        sql => sql.Append($"""
            c.id in (
              select concept_id from concept_names where key = {nameKey}
              union all
              select named.id from {new RawSql(ConceptStatementFields.ConceptsOf)} where s.keys @> array[{nameKey}])
            """),
        sql => sql.Append($"""
            coalesce((select sum(mention_count) from concept_names x where x.concept_id = c.id and x.key = {nameKey}), -1) desc,
              c.paper_count desc
            """));

    private static ListStatement ConceptsOfPaper(FieldContext field)
    {
        if (field.Argument<IReadOnlyList<ConceptKind>?>("kinds") is not { } asked) return OfPapers;
        var kinds = asked.Distinct().Select(EnumName.For).ToArray();
        return OfPapers with
        {
            Filter = new CompiledFilter(
                sql => sql.Append($"\n    and exists (select from concepts x where x.id = e.concept_id and x.kind = any ({kinds}))"),
                Guard: null),
        };
    }

    /// <summary>Those of the greatest weight first unless another order is asked for.</summary>
    private static ListStatement PapersOfConcept(FieldContext field) => PaperLists.OfParents(
        field, Papers, field.Argument<IReadOnlyList<PaperOrder>?>("orderBy") is null or [] ? ByWeight("e.paper_id") : null);

    private static IReadOnlyList<OrderTerm> ByWeight(string id) =>
        TotalOrder.Create([OrderTerm.Create<float>("weight", "e.weight", descending: true)], id);

    private static DataRequest Names(FieldContext field) => ParentKeys.TryGet(field, out var concepts)
        ? new RowListQuery<ConceptName>(
            concepts,
            (sql, parents) => sql.Append($"""
                select n.concept_id, n.name, n.mention_count, n.origin
                from {parents}
                join concept_names n on n.concept_id = parents.parent
                order by n.concept_id, n.mention_count desc, n.name collate "C"
                """),
            [SqlType.Bigint, SqlType.Text, SqlType.Integer, SqlType.Text],
            row => new ConceptName(row.GetString(1), row.GetInt32(2), EnumName.Parse<ConceptNameOrigin>(row.GetString(3))))
        : DataRequest.NeedsParents;
}
