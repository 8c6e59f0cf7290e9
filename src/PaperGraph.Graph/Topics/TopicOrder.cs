using PaperGraph.Graph.Communities;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Topics;

internal enum TopicOrderField
{
    Position,
    PaperCount,
    Name,
    Rank,
}

/// <summary>An order of topics. They are some hundred, which are sorted.</summary>
internal sealed record TopicOrder(TopicOrderField By, OrderDirection Direction)
{
    private static readonly IReadOnlyList<TopicOrder> ParentsFirst = [new(TopicOrderField.Position, OrderDirection.Asc)];

    /// <summary>
    /// All topics that a filter chooses, in the order that the request asks for; a parent before its children where it asks for none.
    /// </summary>
    public static ListStatement List(FieldContext field, CompiledFilter? filter)
    {
        var orders = TotalOrder.Requested(field.Argument<IReadOnlyList<TopicOrder>?>("orderBy"), ParentsFirst, order => order.By);
        return RankedRows.Topics.All(filter, RankedRows.Order([.. orders.Select(order => order.Term())], "t"));
    }

    private OrderTerm Term()
    {
        var descending = Direction == OrderDirection.Desc;
        return By switch
        {
            TopicOrderField.Position => OrderTerm.Create<int>("position", "t.position", descending),
            TopicOrderField.PaperCount => OrderTerm.Create<int>("papers", "t.paper_count", descending),
            TopicOrderField.Name => OrderTerm.Create<string>("name", "lower(t.name) collate \"C\"", descending),
            TopicOrderField.Rank => OrderTerm.Rank("t.rank_order", descending),
            _ => throw new InvalidOperationException($"There is no order by {By}."),
        };
    }
}
