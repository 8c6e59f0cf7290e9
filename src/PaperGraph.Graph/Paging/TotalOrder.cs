using PaperGraph.Graph.Arguments;
using PaperGraph.Model;

namespace PaperGraph.Graph.Paging;

internal enum OrderDirection
{
    Asc,
    Desc,
}

/// <summary>Orders in which no two rows are equal.</summary>
internal static class TotalOrder
{
    /// <summary>The orders that are asked for, or others where none are.</summary>
    /// <param name="field">The field that an order is by.</param>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">Two are by the same field.</exception>
    public static IReadOnlyList<TOrder> Requested<TOrder, TField>(
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
                    $"orders by {EnumName.For(field(orders[i]))} a second time; name each field once.");
            }
        }
        return orders;
    }

    /// <summary>The terms, and behind them the id in the direction of the last, so that no two rows are equal.</summary>
    public static IReadOnlyList<OrderTerm> Create(IReadOnlyList<OrderTerm> terms, string id) =>
        [.. terms, OrderTerm.Create<long>("id", id, terms[^1].Descending)];
}
