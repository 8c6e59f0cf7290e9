using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Organizations;

/// <summary>The conditions on the organizations of a paper.</summary>
internal sealed record PaperOrganizationFilter(
    IReadOnlyList<string>? All,
    IReadOnlyList<string>? Any,
    IReadOnlyList<string>? None,
    IReadOnlyList<OrganizationRole>? Roles,
    bool IncludeChildren,
    UnknownNames Unknown)
{
    private static readonly RawSql Themselves = new("select x.paper_id, x.organization_id from paper_organizations x");

    private static readonly RawSql TheirTrees =
        new($"select x.paper_id, y.root from paper_organizations x join ({EntityTree.Organizations.Roots}) y on y.id = x.organization_id");

    /// <inheritdoc cref="SlugFilter.Compile"/>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, Membership membership)
    {
        var roles = Roles?.Distinct().Select(EnumName.For).ToArray();
        var slugs = new SlugFilter(All, Any, None, Unknown).Compile(scope, at, Organization.Names, membership, Members);
        return All is null && Any is null && None is null && roles is not null
            ? sql => membership.AppendIn(
                sql, inner => inner.Append($"select x.paper_id from paper_organizations x where x.role = any ({roles})"))
            : slugs;

        void Members(SqlText sql)
        {
            sql.Append($"{(IncludeChildren ? TheirTrees : Themselves)}");
            if (roles is not null) sql.Append($" where x.role = any ({roles})");
        }
    }
}
