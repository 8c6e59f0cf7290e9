using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Paging;

namespace PaperGraph.Graph.Papers;

internal enum PaperOrderField
{
    PublishedOn,
    ListedOn,
    ImportedAt,
    Title,
    UpvoteCount,
    CommentCount,
    Relevance,
    Rank,
}

internal sealed record PaperOrder(PaperOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<PaperOrder> LatestFirst = [new(PaperOrderField.PublishedOn, OrderDirection.Desc)];

    /// <summary>A total order of the papers <c>p</c>; the latest first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<PaperOrder>? orders)
    {
        var given = TotalOrder.Requested(orders, LatestFirst, order => order.By);
        return RankedRows.Order([.. given.Select(order => order.Term())], "p");
    }

    /// <summary>Whether an order needs the papers' ranks beside them.</summary>
    public static bool IsRanked(IReadOnlyList<PaperOrder>? orders) => orders?.Any(order => order.By == PaperOrderField.Rank) == true;

    /// <summary>Whether the papers come by their days alone; then <paramref name="descending"/> is whether the latest come first.</summary>
    public static bool IsByDay(IReadOnlyList<PaperOrder>? orders, out bool descending)
    {
        var order = orders is null or [] ? LatestFirst[0] : orders[0];
        descending = order.Direction == OrderDirection.Desc;
        return orders is null or { Count: <= 1 } && order.By == PaperOrderField.PublishedOn;
    }

    /// <summary>The order by days of the edges <c>e</c> that lead to papers.</summary>
    public static IReadOnlyList<OrderTerm> OfEdges(bool descending) =>
        TotalOrder.Create([OrderTerm.Day("published", "e.published_order", descending)], "e.paper_id");

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            PaperOrderField.PublishedOn => OrderTerm.Day("published", "p.published_order", descending),
            PaperOrderField.ListedOn => OrderTerm.Day("listed", "p.listed_order", descending),
            PaperOrderField.ImportedAt => OrderTerm.Create<DateTime>("imported", "p.imported_at", descending),
            PaperOrderField.Title => OrderTerm.Create<string>("title", "p.title_order", descending),
            PaperOrderField.UpvoteCount => OrderTerm.Count("upvotes", "p.upvote_order", descending),
            PaperOrderField.CommentCount => OrderTerm.Count("comments", "p.comment_order", descending),
            PaperOrderField.Rank => OrderTerm.Rank("p.rank_order", descending),
            PaperOrderField.Relevance => throw BadArgument.Create(
                new ArgumentPath("orderBy"), "is by RELEVANCE, which has to be alone, and orders the field `papers` of the query alone."),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
