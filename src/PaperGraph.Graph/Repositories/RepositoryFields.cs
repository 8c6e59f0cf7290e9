using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Organizations;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;
using PaperGraph.Model.Links;

namespace PaperGraph.Graph.Repositories;

/// <summary>What a person knows a repository by; exactly one is set.</summary>
internal sealed record RepositoryKey(string? Id, string? Url);

/// <summary>An address that a repository had, and who says so.</summary>
internal sealed record FormerAddress(string Url, string Source);

/// <summary>A repository of a paper.</summary>
internal sealed class PaperRepositoryEdge : Edge
{
    public bool? IsOfficial { get; set; }

    public static EdgeColumns<PaperRepositoryEdge> Columns { get; } = new EdgeColumns<PaperRepositoryEdge>()
        .Column<bool>("isOfficial", "e.is_official", (edge, official) => edge.IsOfficial = official);
}

internal static class RepositoryFields
{
    private static readonly ListStatement OfPapers = new ListStatement(
        new("paper_repositories e"),
        new("e.repository_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        [OrderTerm.Create<long>("id", "e.repository_id", descending: false)]).WithOwnArms();

    private static readonly PaperSet Papers = PaperSet.FromParents(PaperEdges.Repositories);

    public static FieldBindings BindRepositories(this FieldBindings bindings) => bindings
        .Type<Repository>("Repository")
        .Type<FormerAddress>("FormerAddress")
        .Connection<Edge>("Repository")
        .Connection<PaperRepositoryEdge>("PaperRepository")
        .Enum<CountedOrderField>("RepositoryOrderField")
        .Input<RepositoryKey>("RepositoryKey")
        .Input<RepositoryFilter>("RepositoryFilter")
        .Input<CountedOrder>("RepositoryOrder")
        .Data("Query.repository", field => LookupQuery<Repository>.Create(
            field, Repository.Entity, Condition(field.Argument<RepositoryKey>("by"))))
        .Data("Query.repositories", field => Lists.Create(
            field, Repository.Entity, CountedOrder.List(field, RankedRows.Repositories, CompiledFilter.From<RepositoryFilter>(field))))
        .Data("Paper.repositories", field => Lists.Create(field, Repository.Entity, OfPapers, PaperRepositoryEdge.Columns))
        .Data("Repository.organization", field =>
            DirectNodes.One(field, Organization.Entity, "repositories x", "x.id", "x.organization_id"))
        .Data("Repository.formerAddresses", FormerAddresses)
        .Data("Repository.papers", field => PaperLists.Create(field, Papers));

    private static DataRequest FormerAddresses(FieldContext field) => ParentKeys.TryGet(field, out var repositories)
        ? new RowListQuery<FormerAddress>(
            repositories,
            (sql, parents) => sql.Append($"""
                select parents.parent, x.url, x.source
                from {parents}
                join repositories r on r.id = parents.parent
                join repository_addresses x on x.present_key = r.key
                order by parents.parent, x.url collate "C"
                """),
            [SqlType.Bigint, SqlType.Text, SqlType.Text],
            row => new FormerAddress(row.GetString(1), row.GetString(2)))
        : DataRequest.NeedsParents;

    private static SqlFragment Condition(RepositoryKey key) => key switch
    {
        { Id: { } id } => NodeId.Condition(id, nameof(Repository), Repository.Entity.Key, Repository.Entity.FormerIds),
        { Url: { } given } when TextArgument.Checked(given, new ArgumentPath("by").Field("url"), TextLimits.Url) is var url =>
            RepositoryUrl.ParseKey(url) is { } known
                ? sql => sql.Append($"r.key = coalesce((select present_key from repository_addresses where key = {known}), {known})")
                : throw BadArgument.Create(
                    new ArgumentPath("by").Field("url"),
                    $"is not the address of a repository: {TextArgument.Quoted(url)}. Give it as in https://github.com/openai/CLIP."),
        _ => throw new InvalidOperationException("A repository is looked for by nothing."),
    };
}
