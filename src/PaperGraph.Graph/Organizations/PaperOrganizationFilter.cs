using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Papers;
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
    /// <inheritdoc cref="SlugFilter.Compile"/>
    public SqlFragment Compile(FilterScope scope, ArgumentPath at, Membership membership)
    {
        var roles = Roles?.Distinct().Select(EnumName.For).ToArray();
        var members = PaperEdges.Organizations.Members with
        {
            Tree = IncludeChildren ? EntityTree.Organizations : null,
            Condition = roles is null ? null : sql => sql.Append($" and x.role = any ({roles})"),
        };
        var slugs = new SlugFilter(All, Any, None, Unknown).Compile(scope, at, Organization.Names, membership, members);
        return All is null && Any is null && None is null && roles is not null ? sql => membership.AppendIn(sql, members) : slugs;
    }
}
