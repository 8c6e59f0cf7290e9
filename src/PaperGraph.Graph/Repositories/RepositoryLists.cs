using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Repositories;

internal sealed record RepositoryFilter(string? Host, string? Owner, int? MinPapers)
{
    /// <summary>Appends what must hold of the repository <c>r</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Host is not null) sql.Append($"\n    and r.host = lower({Host})");
        if (Owner is not null) sql.Append($"\n    and r.owner ilike {NamePattern.Exactly(Owner)}");
        if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Repository.PaperCountSql)} >= {papers}");
    }
}

internal enum RepositoryOrderField
{
    PaperCount,
    Name,
}

internal sealed record RepositoryOrder(RepositoryOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<RepositoryOrder> MostPapersFirst = [new(RepositoryOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the repositories <c>r</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<RepositoryOrder>? orders = null)
    {
        if (orders is null or []) orders = MostPapersFirst;
        return OrderTerms.Total([.. orders.Select(order => order.Term())], "r.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            RepositoryOrderField.PaperCount => OrderTerm.Of<long>("papers", Repository.PaperCountSql, descending),
            RepositoryOrderField.Name => OrderTerms.Name("name", "r.name", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
