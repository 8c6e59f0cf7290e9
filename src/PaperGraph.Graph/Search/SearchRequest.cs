using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Papers;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Search;

/// <summary>What <c>Query.search</c> is asked for.</summary>
internal sealed record SearchRequest(
    TypedText Typed,
    IReadOnlyList<NodeKind> Kinds,
    CompiledFilter? Where,
    PageArguments Page,
    SearchSelection Selected)
{
    /// <summary>
    /// The order of what is found, all of it descending: the latest of equal papers first, papers before what has no day.
    /// </summary>
    public static IReadOnlyList<OrderTerm> Order { get; } =
    [
        OrderTerm.Create<float>("score", "found.score", descending: true),
        OrderTerm.Create<DateOnly>("day", "found.day", descending: true),
        OrderTerm.Create<string>("kind", "found.kind", descending: true),
        OrderTerm.Create<long>("id", "found.node", descending: true),
    ];

    public bool HasPapers => Kinds.Contains(NodeKind.Paper);

    public IReadOnlyList<NodeKind> NamedKinds => [.. Kinds.Where(kind => kind != NodeKind.Paper)];

    /// <exception cref="FieldFailureException">An argument has a value that it may not have.</exception>
    public static SearchRequest From(FieldContext field)
    {
        var at = new ArgumentPath("query");
        var typed = new FilterScope().Search(field.Argument<string>("query"), at);
        var kinds = KindsOf(field);
        return new SearchRequest(
            typed,
            kinds,
            PaperLists.Where(field),
            PageArguments.Create(
                Order,
                field.Argument<int?>("first"),
                field.Argument<string?>("after"),
                field.Argument<int?>("last"),
                field.Argument<string?>("before")),
            field.Field.Memo($"{nameof(SearchSelection)} {string.Join(' ', kinds)}", _ => SearchSelection.From(kinds, field.Selection)));
    }

    /// <summary>The argument <c>kinds</c>, or all where it is not given.</summary>
    public static IReadOnlyList<NodeKind> KindsOf(FieldContext field) =>
        [.. (field.Argument<IReadOnlyList<NodeKind>?>("kinds") ?? Enum.GetValues<NodeKind>()).Distinct().Order()];
}

/// <summary>What a request selects of what is found, as far as it decides what is read.</summary>
/// <param name="Nodes">What is read of each node.</param>
/// <param name="HasHighlights">Whether it is asked where the words stand, which takes the texts.</param>
/// <param name="HasCursors">Whether it selects cursors.</param>
internal sealed record SearchSelection(AnyNode Nodes, bool HasHighlights, bool HasCursors)
{
    public static SearchSelection From(IReadOnlyList<NodeKind> kinds, Selection connection)
    {
        var edges = connection.Select("edges");
        return new SearchSelection(
            new AnyNode(kinds, connection.Select("nodes"), edges.Select("node")),
            HasHighlights: edges.Selects("highlights"),
            HasCursors: edges.Selects("cursor")
                || connection.Selects("pageInfo", "startCursor")
                || connection.Selects("pageInfo", "endCursor"));
    }
}
