using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Paging;

/// <summary>The conditions and orders of a page that begins behind a row instead of after so many rows.</summary>
internal static class Keyset
{
    /// <summary><c>and …</c>: rows that come after (or, with <paramref name="before"/>, ahead of) the one with these values.</summary>
    public static void AppendBound(SqlText sql, IReadOnlyList<OrderTerm> order, IReadOnlyList<SqlFragment> values, bool before)
    {
        if (order is [{ IsConstant: true } constant, var id])
        {
            // Behind a row of another value are all, ahead of it none; ids begin at 1.
            var ahead = new RawSql(id.Descending ? "9223372036854775807" : "0");
            sql.Append($"\n    and {id.Expression} {Comparison(id, before)} ");
            sql.Append($"case when {values[0]} = {constant.Expression} then {values[1]} else {ahead} end");
            return;
        }
        if (order is [{ IsConstant: true } same, ..])
        {
            sql.Append($"\n    and ({values[0]} = {same.Expression}");
            AppendBound(sql, [.. order.Skip(1)], [.. values.Skip(1)], before);
            if (!before) sql.Append($" or {values[0]} <> {same.Expression}");
            sql.Append($")");
            return;
        }
        if (order.All(term => term.Descending == order[0].Descending))
        {
            sql.Append($"\n    and (");
            AppendExpressions(sql, order);
            sql.Append($") {Comparison(order[0], before)} (");
            for (var i = 0; i < values.Count; i++) sql.Append($"{new RawSql(i > 0 ? ", " : "")}{order[i].Bound(values[i])}");
            sql.Append($")");
            return;
        }

        // Mixed directions: the first term decides, or it is equal and the second decides, and so on. Said of the first alone, it is where
        // an index is entered.
        sql.Append($"\n    and {order[0].Expression} {Comparison(order[0], before)}= {order[0].Bound(values[0])}\n    and (");
        for (var i = 0; i < order.Count; i++)
        {
            sql.Append($"{new RawSql(i > 0 ? "\n      or (" : "(")}");
            for (var j = 0; j < i; j++) sql.Append($"{order[j].Expression} = {order[j].Bound(values[j])} and ");
            sql.Append($"{order[i].Expression} {Comparison(order[i], before)} {order[i].Bound(values[i])})");
        }
        sql.Append($")");
    }

    /// <summary>The columns <c>o0, o1, …</c> that the innermost select carries for cursors and for the outer order.</summary>
    public static void AppendColumns(SqlText sql, IReadOnlyList<OrderTerm> order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (i > 0) sql.AppendWords(", ");
            if (order[i].IsTurned) sql.AppendWords("-");
            sql.AppendWords(order[i].Expression.Text);
            sql.AppendWords(" as ");
            sql.AppendWords(SqlNames.Order(i));
        }
    }

    /// <summary>The order by the terms' own expressions, turned round for a page that is read backward.</summary>
    public static void AppendInnerOrder(SqlText sql, IReadOnlyList<OrderTerm> order, bool backward)
    {
        AppendExpressions(sql, order, direction: true, backward);
    }

    /// <summary>
    /// Appends the order again, by the columns that <see cref="AppendColumns"/> named, of the derived table <paramref name="alias"/>.
    /// </summary>
    public static void AppendOuterOrder(SqlText sql, IReadOnlyList<OrderTerm> order, string alias, bool backward)
    {
        for (var i = 0; i < order.Count; i++)
        {
            AppendOuterColumn(sql, i, alias);
            sql.AppendWords(Direction(order[i].Descending != backward));
        }
    }

    /// <summary>Appends the columns of <see cref="AppendColumns"/>, of the derived table <paramref name="alias"/>.</summary>
    public static void AppendOuterColumns(SqlText sql, IReadOnlyList<OrderTerm> order, string alias)
    {
        for (var i = 0; i < order.Count; i++) AppendOuterColumn(sql, i, alias);
    }

    /// <summary>The terms' own expressions, but for those that are the same in all rows.</summary>
    public static void AppendExpressions(SqlText sql, IReadOnlyList<OrderTerm> order) =>
        AppendExpressions(sql, order, direction: false, backward: false);

    private static void AppendExpressions(SqlText sql, IReadOnlyList<OrderTerm> order, bool direction, bool backward)
    {
        var isFirst = true;
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i].IsConstant) continue;
            if (!isFirst) sql.AppendWords(", ");
            isFirst = false;
            sql.AppendWords(order[i].Expression.Text);
            if (direction) sql.AppendWords(Direction(order[i].Descending != backward));
        }
    }

    private static void AppendOuterColumn(SqlText sql, int i, string alias)
    {
        if (i > 0) sql.AppendWords(", ");
        sql.AppendWords(alias);
        sql.AppendWords(".");
        sql.AppendWords(SqlNames.Order(i));
    }

    private static RawSql Comparison(OrderTerm term, bool before) => new(term.Descending != before ? "<" : ">");

    private static string Direction(bool descending) => descending ? " desc" : " asc";
}
