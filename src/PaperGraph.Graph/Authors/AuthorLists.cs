using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Authors;

internal sealed record AuthorFilter(string? Name, int? MinPapers)
{
    /// <summary>Appends what must hold of the author <c>a</c>, each condition with <c>and</c> before it.</summary>
    public void Append(SqlText sql)
    {
        if (Name is not null) sql.Append($"\n    and a.name ilike {NamePattern.Containing(Name)}");
        if (MinPapers is { } papers) sql.Append($"\n    and {new SqlWords(Author.PaperCountSql)} >= {papers}");
    }
}

internal enum AuthorOrderField
{
    PaperCount,
    Name,
}

internal sealed record AuthorOrder(AuthorOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<AuthorOrder> MostPapersFirst = [new(AuthorOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the authors <c>a</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<AuthorOrder>? orders)
    {
        if (orders is null or []) orders = MostPapersFirst;
        return OrderTerms.Total([.. orders.Select(order => order.Term())], "a.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            AuthorOrderField.PaperCount => OrderTerm.Of<long>("papers", Author.PaperCountSql, descending),
            AuthorOrderField.Name => OrderTerms.Name("name", "a.name", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
