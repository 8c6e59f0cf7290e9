using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
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

internal enum OrganizationOrderField
{
    PaperCount,
    Name,
}

internal sealed record OrganizationOrder(OrganizationOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<OrganizationOrder> MostPapersFirst = [new(OrganizationOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the organizations <c>o</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<OrganizationOrder>? orders)
    {
        if (orders is null or []) orders = MostPapersFirst;
        return OrderTerms.Total([.. orders.Select(order => order.Term())], "o.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            OrganizationOrderField.PaperCount => OrderTerm.Of<long>("papers", Organization.PaperCountSql, descending),
            OrganizationOrderField.Name => OrderTerms.Name("name", "o.name", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
