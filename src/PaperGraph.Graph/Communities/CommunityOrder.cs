using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Communities;

internal enum CommunityOrderField
{
    PaperCount,
    Name,
}

internal sealed record CommunityOrder(CommunityOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<CommunityOrder> MostPapersFirst = [new(CommunityOrderField.PaperCount, OrderDirection.Desc)];

    /// <summary>A total order of the communities <c>m</c>; those of the most papers first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<CommunityOrder>? orders)
    {
        var given = TotalOrder.Requested(orders, MostPapersFirst, order => order.By);
        return TotalOrder.Create([.. given.Select(order => order.Term())], "m.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            CommunityOrderField.PaperCount => OrderTerm.Create<int>("papers", "m.paper_count", descending),
            CommunityOrderField.Name => OrderTerm.Create<string>("name", "m.name_order", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
