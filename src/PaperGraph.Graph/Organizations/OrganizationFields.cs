using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Groups;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.Graph.Repositories;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Organizations;

/// <summary>What a person knows an organization by; exactly one is set.</summary>
internal sealed record OrganizationKey(string? Id, string? Slug, string? Ror, string? Name);

/// <summary>An organization of a paper, and all its roles.</summary>
internal sealed class PaperOrganizationEdge : Edge
{
    public OrganizationRole Role { get; set; }

    /// <summary>The nearest to the paper first.</summary>
    public IReadOnlyList<OrganizationRole> Roles { get; set; } = [];

    public static EdgeColumns<PaperOrganizationEdge> Columns { get; } = new EdgeColumns<PaperOrganizationEdge>()
        .Column<string>("role", "e.roles[1]", (edge, role) => edge.Role = EnumName.Parse<OrganizationRole>(role))
        .Column<string[]>("roles", "e.roles", (edge, roles) => edge.Roles = Array.ConvertAll(roles, EnumName.Parse<OrganizationRole>));
}

internal static class OrganizationFields
{
    private static readonly ArgumentPath By = new("by");

    private static readonly PaperSet Papers = PaperSet.FromParents(PaperEdges.Organizations);

    private static readonly PaperSet PapersOfTree = PaperSet.FromTrees(PaperEdges.Organizations, EntityTree.Organizations);

    private const string Rank = "case x.role when 'SUBMITTED' then 1 when 'AFFILIATED' then 2 else 3 end";

    public static FieldBindings BindOrganizations(this FieldBindings bindings) => bindings
        .Type<Organization>("Organization")
        .Connection<Edge>("Organization")
        .Connection<PaperOrganizationEdge>("PaperOrganization")
        .Enum<OrganizationRole>("OrganizationRole")
        .Enum<CountedOrderField>("OrganizationOrderField")
        .Input<OrganizationKey>("OrganizationKey")
        .Input<OrganizationFilter>("OrganizationFilter")
        .Input<PaperOrganizationFilter>("PaperOrganizationFilter")
        .Input<CountedOrder>("OrganizationOrder")
        .Data("Query.organization", field => Lookup(field, field.Argument<OrganizationKey>("by")))
        .Data("Query.organizations", field => Lists.Create(
            field, Organization.Entity, CountedOrder.List(field, RankedRows.Organizations, CompiledFilter.From<OrganizationFilter>(field))))
        .Data("Paper.organizations", field => Lists.Create(field, Organization.Entity, OfPapers, PaperOrganizationEdge.Columns))
        .Data("Organization.names", Names)
        .Data("Organization.children", field => DirectNodes.Many(
            field, Organization.Entity, "organizations x", "x.parent_id", "x.id", "o.name, o.id"))
        .Data("Organization.parent", field => DirectNodes.One(field, Organization.Entity, "organizations x", "x.id", "x.parent_id"))
        .Data("Organization.papers", field => PaperLists.Create(field, PapersFor(field)))
        .Data("Organization.timeline", field => GroupFields.Timeline(field, PapersFor(field)))
        .Data("Organization.repositories", field => Lists.Create(field, Repository.Entity, new ListStatement(
            new("repositories r"),
            new("r.id"),
            new("r.organization_id = parents.parent"),
            Filter: null,
            CountedOrder.Terms(orders: null, "r"))));

    private static PaperSet PapersFor(FieldContext field) => field.Argument<bool>("includeChildren") ? PapersOfTree : Papers;

    private static readonly ListStatement OfPapers = new ListStatement(
        new($"""
            (select
                x.paper_id, x.organization_id, min({Rank}) as rank, array_agg(x.role order by {Rank}) as roles
              from paper_organizations x
              group by x.paper_id, x.organization_id) as e
            """),
        new("e.organization_id"),
        new("e.paper_id = parents.parent"),
        Filter: null,
        TotalOrder.Create([OrderTerm.Create<int>("role", "e.rank", descending: false)], "e.organization_id")).WithOwnArms();

    private static LookupQuery<Organization> Lookup(FieldContext field, OrganizationKey key) => key switch
    {
        { Id: { } id } => LookupQuery<Organization>.Create(
            field, Organization.Entity, NodeId.Condition(id, nameof(Organization), new("o.id"), Organization.Entity.FormerIds)),
        { Slug: { } given } when TextArgument.Checked(given, By.Field("slug"), TextLimits.Slug) is var slug =>
            LookupQuery<Organization>.Create(
            field,
            Organization.Entity,
            sql => sql.Append($"""
                o.id in (
                  select id from organizations where slug = lower({slug})
                  union all
                  select organization_id from organization_slugs where slug = lower({slug}))
                """),
            sql => sql.Append($"o.slug = lower({slug}) desc")),
        { Ror: { } given } when TextArgument.Checked(given, By.Field("ror"), TextLimits.Slug) is var ror =>
            LookupQuery<Organization>.Create(
            field,
            Organization.Entity,
            sql => sql.Append($"o.ror = {ror[(ror.LastIndexOf('/') + 1)..].ToLowerInvariant()}"),
            sql => sql.Append($"o.paper_count desc")),
        { Name: { } given } when TextArgument.Checked(given, By.Field("name"), TextLimits.Name) is var name =>
            LookupQuery<Organization>.Create(
            field,
            Organization.Entity,
            sql => sql.Append($"o.id in (select organization_id from organization_names where lower(name) = lower({name}))"),
            sql => sql.Append($"lower(o.name) = lower({name}) desc, o.paper_count desc")),
        _ => throw new InvalidOperationException("An organization is looked for by nothing."),
    };

    private static DataRequest Names(FieldContext field) => ParentKeys.TryGet(field, out var organizations)
        ? new RowListQuery<string>(
            organizations,
            (sql, parents) => sql.Append($"""
                select distinct x.organization_id, x.name
                from {parents}
                join organization_names x on x.organization_id = parents.parent
                order by x.organization_id, x.name
                """),
            [SqlType.Bigint, SqlType.Text],
            row => row.GetString(1))
        : DataRequest.NeedsParents;
}
