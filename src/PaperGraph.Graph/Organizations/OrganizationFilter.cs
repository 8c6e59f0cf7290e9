using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Organizations;

internal sealed record OrganizationFilter(string? Name, int? MinPapers)
{
    /// <summary>Appends what must hold of the organization <c>o</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Name is not null)
        {
            var pattern = NamePattern.Containing(Name);
            sql.Append($"""

                    and (o.name ilike {pattern}
                      or exists (select from organization_names x where x.organization_id = o.id and x.name ilike {pattern}))
                """);
        }
        if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Organization.PaperCountSql)} >= {papers}");
    }
}
