using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Paging;

internal enum CountedOrderField
{
    PaperCount,
    Name,
    Rank,
}

/// <summary>An order of what papers name: organizations, repositories, authors.</summary>
internal sealed record CountedOrder(CountedOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<CountedOrder> MostPapersFirst = [new(CountedOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order; those of the most papers first where none is asked for.</summary>
    /// <param name="orders">The orders that the request asks for; null or empty for the default.</param>
    /// <param name="alias">The alias that statements give to a row, such as <c>o</c>.</param>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<CountedOrder>? orders, string alias)
    {
        var given = TotalOrder.Requested(orders, MostPapersFirst, order => order.By);
        return RankedRows.Order([.. given.Select(order => order.Term(alias))], alias);
    }

    /// <summary>A list of its own of all rows, in the order that the request asks for.</summary>
    public static ListStatement List(FieldContext field, RankedRows rows, CompiledFilter? filter) =>
        rows.All(filter, Terms(field.Argument<IReadOnlyList<CountedOrder>?>("orderBy"), rows.Alias));

    private OrderTerm Term(string alias)
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            CountedOrderField.PaperCount => OrderTerm.Create<int>("papers", $"{alias}.paper_count", descending),
            CountedOrderField.Rank => OrderTerm.Rank($"{alias}.rank_order", descending),
            CountedOrderField.Name => OrderTerm.Create<string>("name", $"{alias}.name_order", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
