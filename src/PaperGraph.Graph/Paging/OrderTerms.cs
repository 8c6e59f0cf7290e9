using System.Globalization;
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
    /// <param name="column">The indexed column that has <c>-infinity</c> for an unknown day.</param>
    public static OrderTerm Day(string name, string column, bool descending) =>
        UnknownLast<DateOnly>(name, column, descending, "date '-infinity'", "date 'infinity'");

    /// <summary>Counts; an unknown one comes last.</summary>
    /// <param name="column">The indexed column that has -1 for an unknown count.</param>
    public static OrderTerm Count(string name, string column, bool descending) =>
        UnknownLast<int>(name, column, descending, "-1", int.MaxValue.ToString(CultureInfo.InvariantCulture));

    private static OrderTerm UnknownLast<T>(string name, string column, bool descending, string stored, string shown)
        where T : ISpanParsable<T>
    {
        if (descending) return OrderTerm.Create<T>(name, column, descending: true);
        return OrderTerm.Create<T>(name, $"coalesce(nullif({column}, {stored}), {shown})", descending: false) with
        {
            Unknown = new UnknownLast(new(column), stored, shown),
        };
    }
}
