using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Organizations;

/// <summary>What must hold of an organization <c>o</c>.</summary>
internal sealed record OrganizationFilter(string? Name, int? MinPapers) : IFilter
{
    public SqlFragment Compile(FilterScope scope, ArgumentPath at)
    {
        var pattern = NamePattern.Containing(Name, at.Field("name"));
        return sql =>
        {
            if (pattern is not null)
            {
                sql.Append($"""

                        and (o.name ilike {pattern}
                          or exists (select from organization_names x where x.organization_id = o.id and x.name ilike {pattern}))
                    """);
            }
            if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Organization.PaperCountSql)} >= {papers}");
        };
    }
}
