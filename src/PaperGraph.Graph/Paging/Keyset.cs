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
            sql.Append($"\n    and {id.Expression} {Comparison(id, before)} case when {values[0]} = {constant.Expression} then {values[1]} else 0 end");
            return;
        }
        if (order.All(term => term.Descending == order[0].Descending))
        {
            sql.Append($"\n    and ({Expressions(order)}) {Comparison(order[0], before)} (");
            for (var i = 0; i < values.Count; i++) sql.Append($"{new RawSql(i > 0 ? ", " : "")}{values[i]}");
            sql.Append($")");
            return;
        }

        // Mixed directions: the first term decides, or it is equal and the second decides, and so on.
        sql.Append($"\n    and (");
        for (var i = 0; i < order.Count; i++)
        {
            sql.Append($"{new RawSql(i > 0 ? "\n      or (" : "(")}");
            for (var j = 0; j < i; j++) sql.Append($"{order[j].Expression} = {values[j]} and ");
            sql.Append($"{order[i].Expression} {Comparison(order[i], before)} {values[i]})");
        }
        sql.Append($")");
    }

    /// <summary>The columns <c>o0, o1, …</c> that the innermost select carries for cursors and for the outer order.</summary>
    public static RawSql Columns(IReadOnlyList<OrderTerm> order) =>
        new(string.Join(", ", order.Select((term, i) => $"{term.Expression.Text} as o{i}")));

    /// <summary>The order by the terms' own expressions, turned round for a page that is read backward.</summary>
    public static RawSql InnerOrder(IReadOnlyList<OrderTerm> order, bool backward) =>
        new(string.Join(", ", order.Where(term => !term.IsConstant).Select(term => $"{term.Expression.Text} {Direction(term.Descending != backward)}")));

    /// <summary>The same order by the columns that <see cref="Columns"/> named, of the derived table <paramref name="alias"/>.</summary>
    public static RawSql OuterOrder(IReadOnlyList<OrderTerm> order, string alias, bool backward) =>
        new(string.Join(", ", order.Select((term, i) => $"{alias}.o{i} {Direction(term.Descending != backward)}")));

    /// <summary>Those columns of the derived table <paramref name="alias"/>.</summary>
    public static RawSql OuterColumns(IReadOnlyList<OrderTerm> order, string alias) =>
        new(string.Join(", ", order.Select((_, i) => $"{alias}.o{i}")));

    /// <summary>The terms' own expressions, but for those that are the same in all rows.</summary>
    public static RawSql Expressions(IReadOnlyList<OrderTerm> order) =>
        new(string.Join(", ", order.Where(term => !term.IsConstant).Select(term => term.Expression.Text)));

    private static RawSql Comparison(OrderTerm term, bool before) => new(term.Descending != before ? "<" : ">");

    private static string Direction(bool descending) => descending ? "desc" : "asc";
}
