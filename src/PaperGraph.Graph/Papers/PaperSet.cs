using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// The papers that have an edge to something: a parent's, or those that a filter names. How many they are PostgreSQL does not know when it
/// plans, and it would take a handful for granted. So the ways to read them are written out: by day, from the edges, which have an index
/// in that order; in another order, where they are many, through the index of all papers, leaving out those that are not among
/// them, and where they are few, all of them, sorted.
/// </summary>
/// <param name="Edges">The table of the edges.</param>
/// <param name="Ids">A select of the ids that they lead to; with <paramref name="IsOne"/> an expression of the one id.</param>
/// <param name="IsOne">Whether the edges lead to one id, and not to several.</param>
/// <param name="Size">An expression of how many papers they are at most.</param>
internal sealed record PaperSet(PaperEdges Edges, RawSql Ids, bool IsOne, RawSql Size)
{
    /// <summary>
    /// The least number of papers that are read through the index of all papers. Of a million papers a page of 20 is then found among
    /// some 10,000 entries; fewer papers than that are sorted in less time.
    /// </summary>
    public const int Many = 2_000;

    /// <summary>The papers of each parent.</summary>
    public static PaperSet FromParents(PaperEdges edges) =>
        new(edges, new("parents.parent"), IsOne: true, new($"(select paper_count from {edges.Target} where id = parents.parent)"));

    /// <summary>The papers of each parent and of what is below it.</summary>
    public static PaperSet FromTrees(PaperEdges edges, EntityTree tree)
    {
        var below = tree.Below("parents.parent");
        return new(edges, new(below), IsOne: false, new($"(select sum(paper_count) from {edges.Target} where id in ({below}))"));
    }

    /// <summary>Those that a filter names: <c>parents</c> has their <c>ids</c>, an array, and the number of their <c>papers</c>.</summary>
    public static PaperSet Named(PaperEdges edges) => new(edges, new("select unnest(parents.ids)"), IsOne: false, new("parents.papers"));

    /// <summary>The condition that a paper <c>p</c> is in the set.</summary>
    public RawSql Condition => new($"p.id in (select x.paper_id from {Edges.Table} x where {IsEdge("x")})");

    /// <summary>A select of id and day of each of the papers, once.</summary>
    /// <param name="isOne">Whether a filter names one thing, so that <c>parents.ids</c> has one id; null where none names them.</param>
    public RawSql Rows(bool? isOne) => new(
        $"select {(Edges.HasRepeats || !(isOne ?? IsOne) ? "distinct " : "")}x.paper_id, x.published_order from {Edges.Table} x where "
        + isOne switch
        {
            null => IsEdge("x"),
            true => $"x.{Edges.Key} = parents.ids[1]",
            false => $"x.{Edges.Key} = any (parents.ids)",
        });

    /// <summary>The list, with what is counted of it: where no filter looks at the papers, their edges alone.</summary>
    public ListStatement Count(ListStatement list) => list.Filter is { } filter
        ? list with { Counted = sql => sql.Append($"from papers p where {Condition}{filter.Where}"), NodeKey = new("p.id") }
        : list with
        {
            Counted = new RawSql($"from {Edges.Table} e where {IsEdge("e")}"),
            CountOf = new(Edges.HasRepeats || !IsOne ? "count(distinct e.paper_id)" : "count(*)"),
        };

    /// <summary>The ways to read the papers in the order of their days.</summary>
    /// <param name="isFiltered">Whether the list's filter has conditions on the paper <c>p</c>.</param>
    public IReadOnlyList<ListArm> ByDay(bool descending, bool isFiltered)
    {
        var order = TotalOrder.Create([OrderTerm.Day("published", "e.published_order", descending)], "e.paper_id");
        var key = IsOne ? Ids.Text : "each.id";
        var from = $"{Edges.Table} e{(isFiltered ? " join papers p on p.id = e.paper_id" : "")}";
        var arm = new ListArm(new RawSql(from), new("e.paper_id"), new RawSql($"e.{Edges.Key} = {key}"), order)
        {
            Each = IsOne ? null : Ids,
            HasRepeats = Edges.HasRepeats,
        };
        return [.. arm.SplitUnknown()];
    }

    /// <summary>The ways to read the papers in another order, of the columns of papers <c>p</c>.</summary>
    public IReadOnlyList<ListArm> InOrder(IReadOnlyList<OrderTerm> order)
    {
        var node = new RawSql("p.id");
        // One row at most, so that the papers go on being read in their order; an edge's columns are those of e.
        var among = new RawSql($"""
            papers p
              cross join lateral (select x.* from {Edges.Table} x where x.paper_id = p.id and {IsEdge("x")} limit 1) as e
            """);
        var many = new ListArm(among, node, new RawSql($"{Size.Text} > {Many}"), order);
        // A limit of none keeps PostgreSQL from reading what a condition would only drop afterwards.
        var few = new ListArm(
            new RawSql($"""
                (select distinct on (x.paper_id) x.* from {Edges.Table} x where {IsEdge("x")} order by x.paper_id
                  limit case when {Size.Text} > {Many} then 0 else {Many} end) as e
                  join papers p on p.id = e.paper_id
                """),
            node,
            new RawSql("true"),
            order);
        return [.. many.SplitUnknown(), few];
    }

    private string IsEdge(string alias) => IsOne ? $"{alias}.{Edges.Key} = {Ids.Text}" : $"{alias}.{Edges.Key} in ({Ids.Text})";
}
