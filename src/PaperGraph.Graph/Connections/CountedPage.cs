using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>
/// How a page and the length of a list of its own are read together, where what has to be read for the length has the page in it.
/// </summary>
internal abstract record CountedPage
{
    /// <summary>
    /// Appends common table expressions: <c>found</c> with the rows' columns parent, node, o0 … and e0 …, and
    /// <c>counted (rows, is_estimate)</c>.
    /// </summary>
    public abstract void AppendFound(SqlText sql, ListStatement list);

    /// <summary><c>(…) as page</c>, with the columns of <see cref="ListStatement.AppendPages"/>, behind those expressions.</summary>
    public abstract void AppendPage(SqlText sql, ListStatement list, PageArguments page, int limit);

    /// <summary>A select of the page out of <c>found</c>, sorted.</summary>
    /// <param name="condition">When it is taken from there at all; null for always.</param>
    protected static void AppendPageOfFound(SqlText sql, ListStatement list, PageArguments page, int limit, RawSql? condition = null)
    {
        IReadOnlyList<OrderTerm> order =
            [.. list.Order.Select((term, i) => term with { Expression = new($"found.{SqlNames.Order(i)}"), Unknown = null })];
        sql.Append($"select found.parent, found.node, ");
        Keyset.AppendOuterColumns(sql, list.Order, "found");
        for (var i = 0; i < list.EdgeColumns.Count; i++) sql.AppendWords($", found.{SqlNames.Edge(i)}");
        sql.Append($"\n  from found\n  where {condition ?? new("true")}");
        AppendBounds(sql, order, page);
        sql.Append($"\n  order by ");
        Keyset.AppendInnerOrder(sql, order, page.Backward);
        sql.Append($"\n  limit {RawSql.Number(limit)}");
    }

    protected static void AppendBounds(SqlText sql, IReadOnlyList<OrderTerm> order, PageArguments page)
    {
        if (page.After is not null) Keyset.AppendBound(sql, order, page.After, before: false);
        if (page.Before is not null) Keyset.AppendBound(sql, order, page.Before, before: true);
    }
}
