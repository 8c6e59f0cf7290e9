using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Authors;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.Graph.Topics;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Groups;

/// <summary>Groups of papers, for charts.</summary>
internal static class GroupFields
{
    public static FieldBindings BindGroups(this FieldBindings bindings) => bindings
        .Type<PaperGroupTable>("PaperGroups")
        .Type<PaperGroup>("PaperGroup")
        .Enum<PaperDimension>("PaperDimension")
        .Enum<PaperGroupOrderField>("PaperGroupOrderField")
        .Enum<Interval>("Interval")
        .Input<PaperGroupOrder>("PaperGroupOrder")
        .Input<PaperGroupCondition>("PaperGroupCondition")
        .Input<IntRange>("IntRange")
        .Input<FloatRange>("FloatRange")
        .Value<PaperGroupTable, IReadOnlyList<PaperGroup>>("PaperGroups.rows", groups => groups.Rows, "rows")
        .Value<PaperGroup, Concept?>("PaperGroup.concept", group => group.Concept, "concept")
        .Value<PaperGroup, Topic?>("PaperGroup.topic", group => group.Topic, "topic")
        .Value<PaperGroup, Topic?>("PaperGroup.topic2", group => group.Topic2, PaperGroupsQuery.SecondTopic)
        .Value<PaperGroup, Organization?>("PaperGroup.organization", group => group.Organization, "organization")
        .Value<PaperGroup, Author?>("PaperGroup.author", group => group.Author, "author")
        .Value<PaperGroup, Repository?>("PaperGroup.repository", group => group.Repository, "repository")
        .Data("Query.paperGroups", field => Create(field, parents: null, ofParents: null, GroupRequest.OfAll(field)));

    /// <summary>A field <c>timeline</c> of something that papers have edges to.</summary>
    /// <param name="ofParents">The papers of each.</param>
    public static DataRequest Timeline(FieldContext field, PaperSet ofParents) => ParentKeys.TryGet(field, out var parents)
        ? Create(field, parents, ofParents, GroupRequest.Timeline(field))
        : DataRequest.NeedsParents;

    private static PaperGroupsQuery Create(FieldContext field, SqlFragment? parents, PaperSet? ofParents, GroupRequest request)
    {
        var filter = PaperLists.Where(field, reserved: request.Dimensions.Count);
        return new PaperGroupsQuery(
            new ChosenPapers(parents, ofParents, filter is null ? null : (request.Given!, filter)), request, filter?.NeedsOwnPlan == true)
        {
            Guard = filter?.Guard,
        };
    }
}
