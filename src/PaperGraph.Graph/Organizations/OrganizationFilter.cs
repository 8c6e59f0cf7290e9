using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Organizations;

/// <summary>The conditions on an organization, whose row is <c>o</c>.</summary>
internal sealed record OrganizationFilter(
    string? Name, IReadOnlyList<OrganizationRole>? Roles, SlugFilter? Communities, int? MinPapers, bool IncludeChildren) : IFilter
{
    private static readonly RawSql Itself = new("x.organization_id = o.id");

    private static readonly RawSql ItsTree = new($"x.organization_id in ({EntityTree.Organizations.Below("o.id")})");

    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var pattern = scope.NamePart(Name, at.Field("name"));
        var candidates = NameCandidates.Containing(Name, NodeKind.Organization, new("o.id"));
        var roles = Roles?.Distinct().Select(EnumName.For).ToArray();
        var belongs = IncludeChildren ? ItsTree : Itself;
        var communities = RankedRows.Organizations.Compile(Communities, scope, at);
        return sql =>
        {
            communities?.Invoke(sql);
            if (pattern is not null)
            {
                sql.Append($"""

                        and (o.name ilike {pattern}
                          or exists (select from organization_names x where x.organization_id = o.id and x.name ilike {pattern} offset 0))
                    {candidates}
                    """);
            }
            if (MinPapers is { } least && roles is null && !IncludeChildren)
            {
                sql.Append($"\n    and o.paper_count >= {least}");
            }
            else if (MinPapers is { } papers)
            {
                sql.Append($"\n    and (select count(distinct x.paper_id) from paper_organizations x where {belongs}");
                if (roles is not null) sql.Append($" and x.role = any ({roles})");
                sql.Append($") >= {papers}");
            }
            if (roles is not null)
                sql.Append($"\n    and exists (select from paper_organizations x where {belongs} and x.role = any ({roles}))");
        };
    }
}
