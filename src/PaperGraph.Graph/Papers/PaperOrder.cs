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
}

internal sealed record PaperOrder(PaperOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<PaperOrder> LatestFirst = [new(PaperOrderField.PublishedOn, OrderDirection.Desc)];

    /// <summary>A total order of the papers <c>p</c>; the latest first where none is asked for.</summary>
    public static IReadOnlyList<OrderTerm> Terms(IReadOnlyList<PaperOrder>? orders)
    {
        var given = OrderTerms.Given(orders, LatestFirst, order => order.By);
        return OrderTerms.Total([.. given.Select(order => order.Term())], "p.id");
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            PaperOrderField.PublishedOn => OrderTerms.Day("published", "p.published_on", "p.published_order", descending),
            PaperOrderField.ListedOn => OrderTerms.Day("listed", "p.listed_on", "p.listed_order", descending),
            PaperOrderField.ImportedAt => OrderTerm.Create<DateTime>("imported", "p.imported_at", descending),
            PaperOrderField.Title => OrderTerms.Name("title", "p.title", descending),
            PaperOrderField.UpvoteCount => OrderTerms.Count("upvotes", "p.upvote_count", "p.upvote_order", descending),
            PaperOrderField.CommentCount => OrderTerms.Count("comments", "p.comment_count", "p.comment_order", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
