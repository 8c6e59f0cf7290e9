using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>
/// What a list is made of, in SQL: its rows, their conditions and their order. One statement pages the lists of all
/// parents; others count them or take their keys from it.
/// </summary>
/// <param name="From">The tables of the list, such as <c>paper_concepts e</c>.</param>
/// <param name="NodeKey">The id of a row's node, such as <c>e.concept_id</c>.</param>
/// <param name="Belongs">That a row belongs to <c>parents.parent</c>; null for a list of its own.</param>
/// <param name="Filter">More conditions; null for none.</param>
/// <param name="Order">A total order.</param>
internal sealed record ListStatement(
    RawSql From,
    RawSql NodeKey,
    RawSql? Belongs,
    CompiledFilter? Filter,
    IReadOnlyList<OrderTerm> Order)
{
    /// <summary>Expressions of what stands on the edge, in the order in which the edge reads them.</summary>
    public IReadOnlyList<string> EdgeColumns { get; init; } = [];

    /// <summary>
    /// <c>… page</c>: one page of the list of each parent, as the columns parent, node, o0 … and e0 …; at most
    /// <paramref name="limit"/> rows a parent.
    /// </summary>
    /// <param name="sql">The statement, behind <c>from</c>.</param>
    /// <param name="parents">A select of the parents' ids; null for a list of its own.</param>
    /// <param name="page">Where the page begins and which way it is read.</param>
    /// <param name="limit">How many rows each parent has at most.</param>
    public void AppendPages(SqlText sql, SqlFragment? parents, PageArguments page, int limit)
    {
        if (parents is not null) sql.Append($"(\n{parents}) as parents(parent)\ncross join ");
        sql.Append($"lateral (\n  select {Parent} as parent, {NodeKey} as node, {Keyset.Columns(Order)}{EdgeWords}\n  from {From}\n  where {Condition}{Filter?.Where}");
        if (page.After is not null) Keyset.AppendBound(sql, Order, page.After, before: false);
        if (page.Before is not null) Keyset.AppendBound(sql, Order, page.Before, before: true);
        sql.Append($"\n  order by {Keyset.InnerOrder(Order, page.Backward)}\n  limit {RawSql.Number(limit)}) as page");
    }

    /// <summary>A select of two columns: a parent's id and how long its list is. A parent with an empty list has no row.</summary>
    public void AppendCount(SqlText sql, SqlFragment? parents)
    {
        if (parents is null)
        {
            sql.Append($"select 0::bigint, count(*)\nfrom {From}\nwhere {Condition}{Filter?.Where}");
            return;
        }
        sql.Append($"select parents.parent, counted.rows\nfrom (\n{parents}) as parents(parent)\n");
        sql.Append($"cross join lateral (select count(*) as rows from {From} where {Condition}{Filter?.Where}) as counted");
    }

    private RawSql Parent => new(Belongs is null ? "0::bigint" : "parents.parent");

    private RawSql Condition => Belongs ?? new("true");

    private RawSql EdgeWords => new(string.Concat(EdgeColumns.Select((column, i) => $", {column} as e{i}")));
}
