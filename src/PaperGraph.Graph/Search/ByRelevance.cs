using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;

namespace PaperGraph.Graph.Search;

/// <summary>The list of the papers that a text finds, the best first: those of <c>search</c>, as it ranks them.</summary>
internal static class ByRelevance
{
    private static readonly IReadOnlyList<OrderTerm> Order =
    [
        OrderTerm.Create<float>("relevance", "r.score", descending: true),
        OrderTerm.Create<DateOnly>("day", "r.day", descending: true),
        OrderTerm.Create<long>("id", "r.node", descending: true),
    ];

    /// <param name="where">The filter, whose text is what the papers are ranked by.</param>
    /// <param name="filter">The same, compiled.</param>
    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">There is no text, or the worst are to come first.</exception>
    public static ListStatement List(PaperOrder order, PaperFilter? where, CompiledFilter? filter)
    {
        var at = new ArgumentPath("orderBy");
        if (where?.Text is not { } text)
            throw BadArgument.Create(at, "is by RELEVANCE, which there is of a text alone: give `where.text` too.");
        if (order.Direction != OrderDirection.Desc)
            throw BadArgument.Create(at, "is by RELEVANCE with the worst first; leave out the direction.");

        // A paper that is called so is found too; but each has to match the filter, whose text wants all the words.
        var matches = new PaperMatches(TypedText.Parse(text), filter!.Where);
        var arm = new ListArm(
            sql =>
            {
                sql.Append($"(with ");
                matches.Append(sql, isCalledSo: new("false"));
                sql.Append($"\n  select node, day, score from matches) as r");
            },
            new("r.node"),
            new Sql.RawSql("true"),
            Order);
        return new ListStatement(new("papers p"), new("p.id"), Belongs: null, filter with { Where = _ => { } }, Order)
        {
            Arms = [arm],
            Counted = sql => sql.Append($"from papers p where true{filter.Where}"),
        };
    }
}
