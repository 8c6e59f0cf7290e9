using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>
/// One of the ways that a list is read, or a part of it: rows that come in the list's order without being sorted. A list of several arms
/// is the union of them; those whose condition does not hold of a parent cost nothing.
/// </summary>
/// <param name="From">The tables; the alias <c>e</c> is the one that edge columns refer to.</param>
/// <param name="NodeKey">The expression of the id of a row's node.</param>
/// <param name="Condition">What rows belong to the arm, and when it is used at all.</param>
/// <param name="Order">The list's order, by expressions that stand in an index.</param>
internal sealed record ListArm(SqlFragment From, RawSql NodeKey, SqlFragment Condition, IReadOnlyList<OrderTerm> Order)
{
    /// <summary>
    /// A select of ids, <c>each(id)</c>: the arm is read for each of them by itself, and what comes from several of them is taken once.
    /// </summary>
    public SqlFragment? Each { get; init; }

    /// <summary>Whether a node may come in several rows, one after the other.</summary>
    public bool HasRepeats { get; init; }

    /// <summary>Whether the filter is looked up for one row after the other.</summary>
    public bool LooksUp { get; init; }

    /// <summary>The arms that add up to this one, where what is unknown comes last but stands first in the index.</summary>
    public IEnumerable<ListArm> SplitUnknown()
    {
        if (Order is not [{ Unknown: { } unknown } first, ..])
        {
            yield return this;
            yield break;
        }
        var rest = Order.Skip(1);
        var known = first.WithExpression(unknown.Column);
        yield return this with { Order = [known, .. rest], Condition = And($"\n    and {unknown.Column.Text} > {unknown.Stored}") };
        var last = first.WithExpression(new(unknown.Shown));
        yield return this with { Order = [last, .. rest], Condition = And($"\n    and {unknown.Column.Text} = {unknown.Stored}") };
    }

    public void Append(SqlText sql, ListStatement list, PageArguments page, int limit)
    {
        if (Each is null)
        {
            AppendRows(sql, list, page, limit);
            return;
        }
        sql.Append($"select distinct on (");
        Keyset.AppendOuterColumns(sql, Order, "found");
        sql.Append($") found.*\nfrom (\n{Each}) as each(id)\ncross join lateral (");
        AppendRows(sql, list, page, limit);
        sql.Append($") as found\norder by ");
        Keyset.AppendOuterOrder(sql, Order, "found", page.Backward);
        sql.Append($"\nlimit {RawSql.Number(limit)}");
    }

    private void AppendRows(SqlText sql, ListStatement list, PageArguments page, int limit)
    {
        sql.Append($"select ");
        if (HasRepeats)
        {
            sql.Append($"distinct on (");
            Keyset.AppendExpressions(sql, Order);
            sql.Append($") ");
        }
        sql.Append($"{list.Parent} as parent, {NodeKey} as node, ");
        Keyset.AppendColumns(sql, Order);
        list.AppendEdgeColumns(sql);
        sql.Append($"\n  from {From}\n  where {Condition}{(LooksUp ? list.Filter?.Lookups : list.Filter?.OfPage ?? list.Filter?.Where)}");
        if (page.After is not null) Keyset.AppendBound(sql, Order, page.After, before: false);
        if (page.Before is not null) Keyset.AppendBound(sql, Order, page.Before, before: true);
        sql.Append($"\n  order by ");
        Keyset.AppendInnerOrder(sql, Order, page.Backward);
        sql.Append($"\n  limit {RawSql.Number(limit)}");
    }

    private SqlFragment And(string more)
    {
        var condition = Condition;
        return sql => sql.Append($"{condition}{new RawSql(more)}");
    }
}
