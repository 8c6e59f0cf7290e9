using PaperGraph.Graph.Arguments;
using PaperGraph.Model;

namespace PaperGraph.Graph.Paging;

internal enum OrderDirection
{
    Asc,
    Desc,
}

/// <summary>The kinds of term that orders are made of.</summary>
internal static class OrderTerms
{
    /// <summary>The orders that are asked for, or others where none are.</summary>
    /// <param name="field">What an order is by.</param>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">Two are by the same field.</exception>
    public static IReadOnlyList<TOrder> Given<TOrder, TField>(
        IReadOnlyList<TOrder>? orders, IReadOnlyList<TOrder> otherwise, Func<TOrder, TField> field)
        where TField : struct, Enum
    {
        if (orders is null or []) return otherwise;
        var seen = new HashSet<TField>();
        for (var i = 0; i < orders.Count; i++)
        {
            if (!seen.Add(field(orders[i])))
            {
                throw BadArgument.Create(
                    new ArgumentPath("orderBy").Item(i),
                    $"orders by {StoredName.For(field(orders[i]))} a second time; name each field once.");
            }
        }
        return orders;
    }

    /// <summary>The terms, and behind them the id in the direction of the last, so that no two rows are equal.</summary>
    public static IReadOnlyList<OrderTerm> Total(IReadOnlyList<OrderTerm> terms, string id) =>
        [.. terms, OrderTerm.Create<long>("id", id, terms[^1].Descending)];

    /// <summary>
    /// Days; an unknown one comes last, as the end of time that Npgsql takes the least and greatest <see cref="DateOnly"/> for.
    /// </summary>
    /// <param name="column">The day, or null.</param>
    /// <param name="order">The indexed column that has <c>-infinity</c> for an unknown day.</param>
    public static OrderTerm Day(string name, string column, string order, bool descending) =>
        OrderTerm.Create<DateOnly>(name, descending ? order : $"coalesce({column}, date 'infinity')", descending);

    /// <summary>Counts; an unknown one comes last.</summary>
    /// <param name="column">The count, or null.</param>
    /// <param name="order">The indexed column that has -1 for an unknown count.</param>
    public static OrderTerm Count(string name, string column, string order, bool descending) =>
        OrderTerm.Create<int>(name, descending ? order : $"coalesce({column}, {int.MaxValue})", descending);

    /// <summary>Names without regard to case, the same on every machine.</summary>
    public static OrderTerm Name(string name, string expression, bool descending) =>
        OrderTerm.Create<string>(name, $"lower({expression}) collate \"C\"", descending);
}
