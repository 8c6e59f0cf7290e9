using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Communities;

/// <summary>What a person knows a community by; exactly one is set.</summary>
internal sealed record CommunityKey(string? Id, string? Slug);

internal static class CommunityFields
{
    private static readonly PaperSet Papers = PaperSet.FromParents(PaperEdges.Communities);

    public static FieldBindings BindCommunities(this FieldBindings bindings) => bindings
        .Type<Community>("Community")
        .Type<Analysis>("Analysis")
        .Connection<Edge>("Community")
        .Connection<TellingConceptEdge>("CommunityConcept")
        .Connection<ConnectedCommunityEdge>("ConnectedCommunity")
        .Enum<CommunityOrderField>("CommunityOrderField")
        .Input<CommunityKey>("CommunityKey")
        .Input<CommunityOrder>("CommunityOrder")
        .Data("Query.community", field =>
            LookupQuery<Community>.Create(field, Community.Entity, Condition(field.Argument<CommunityKey>("by"))))
        .Data("Query.communities", field => Lists.Create(field, Community.Entity, new ListStatement(
            new("communities m"),
            new("m.id"),
            Belongs: null,
            Filter: null,
            CommunityOrder.Terms(field.Argument<IReadOnlyList<CommunityOrder>?>("orderBy")))))
        .Data("Query.analysis", field =>
            LookupQuery<Analysis>.Create(field, Analysis.Entity, new RawSql($"n.id = {Analysis.LastId}")))
        .Data("Community.papers", field => Lists.Create(field, Paper.Entity, PapersOfCommunity(field)))
        .Data("Community.concepts", field => Lists.Create(field, Concept.Entity, Concepts, TellingConceptEdge.Columns))
        .Data("Community.organizations", field => Lists.Create(field, Organization.Entity, Organizations))
        .Data("Community.connectedTo", field => Lists.Create(field, Community.Entity, Connected, ConnectedCommunityEdge.Columns))
        .Data("Community.analysis", field =>
            DirectNodes.One(field, Analysis.Entity, "communities x", "x.id", Analysis.LastId))
        .Data("ConnectedCommunityEdge.concepts", SharedConcepts)
        .OfNodes(nameof(Paper), RankedRows.Papers)
        .OfNodes(nameof(Concept), RankedRows.Concepts)
        .OfNodes(nameof(Topic), RankedRows.Topics)
        .OfNodes(nameof(Organization), RankedRows.Organizations)
        .OfNodes(nameof(Repository), RankedRows.Repositories)
        .OfNodes(nameof(Author), RankedRows.Authors);

    private static FieldBindings OfNodes(this FieldBindings bindings, string type, RankedRows rows) => bindings
        .Data($"{type}.community", field =>
            DirectNodes.One(field, Community.Entity, $"{rows.Kind}_ranks x", $"x.{rows.Kind}_id", "x.community_id"));

    private static readonly ListStatement Concepts = new(
        new("community_concepts e"),
        new("e.concept_id"),
        new("e.community_id = parents.parent"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Create<float>("score", "e.score", descending: true)], "e.concept_id"));

    private static readonly ListStatement Organizations = new(
        new("organization_ranks e"),
        new("e.organization_id"),
        new("e.community_id = parents.parent"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Rank("e.rank_order", descending: true)], "e.organization_id"));

    private static readonly ListStatement Connected = new(
        new("community_ties e"),
        new("e.other_id"),
        new("e.community_id = parents.parent"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Create<float>("weight", "e.weight", descending: true)], "e.other_id"));

    /// <summary>The most central first unless another order is asked for.</summary>
    private static ListStatement PapersOfCommunity(FieldContext field)
    {
        var orders = field.Argument<IReadOnlyList<PaperOrder>?>("orderBy");
        if (orders is not (null or [] or [{ By: PaperOrderField.Rank }])) return PaperLists.OfParents(field, Papers);
        var descending = orders is not [{ Direction: OrderDirection.Asc }];
        return PaperLists.OfParents(
            field, Papers, TotalOrder.Create([OrderTerm.Rank("e.rank_order", descending)], "e.paper_id"));
    }

    private static SqlFragment Condition(CommunityKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Community), new("m.id")),
        { Slug: { } given } when TextArgument.Checked(given, new ArgumentPath("by").Field("slug"), TextLimits.Slug) is var slug =>
            sql => sql.Append($"m.slug = {slug}"),
        _ => throw new InvalidOperationException("A community is looked for by nothing."),
    };

    private static DataRequest SharedConcepts(FieldContext field) => ParentPairs.TryGet(field, out var pairs)
        ? new SharedConceptsQuery(pairs, field.Field.Memo(nameof(SelectedColumns<>), _ => Concept.Entity.Select(field.Selection.Names)))
        : DataRequest.NeedsParents;
}
