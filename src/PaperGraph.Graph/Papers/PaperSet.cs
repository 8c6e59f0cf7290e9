using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// The papers that have an edge to something: a parent's, or those that a filter names. How many they are PostgreSQL does not know when it
/// plans, and it would take a handful for granted. So the ways to read them are written out: by what edges have, from an index of these
/// in that order; in another order, where they are many, through the index of all papers, leaving out those that are not among
/// them, and where they are few, all of them, sorted.
/// </summary>
/// <param name="Edges">The table of the edges.</param>
/// <param name="Ids">An array of the ids that they lead to; null where that is <c>parents.parent</c>.</param>
/// <param name="Size">An expression of how many papers they are at most.</param>
/// <param name="HasRepeats">Whether a paper may have several of these edges.</param>
/// <param name="IsCounted">Whether the stored count of a parent is the number of its papers.</param>
internal sealed record PaperSet(PaperEdges Edges, RawSql? Ids, RawSql Size, bool HasRepeats, bool IsCounted)
{
    /// <summary>
    /// Whether they are read through the index of all papers: of N papers, 20 N / size entries are met until a page of 20 is full. Where
    /// they are as many as that or fewer, sorting them takes less.
    /// </summary>
    public const string AreMany = "among.are_many";

    /// <summary>The same of their edges of some days.</summary>
    private const string DaysAreMany = "days.are_many";

    /// <summary>The papers of each parent.</summary>
    public static PaperSet FromParents(PaperEdges edges) =>
        new(edges, Ids: null, StoredCount(edges), edges.HasRepeats, IsCounted: edges.HasDays);

    /// <summary>The papers of each parent and of what is below it.</summary>
    public static PaperSet FromTrees(PaperEdges edges, EntityTree tree) => new(
        edges,
        new($"array({tree.Below("parents.parent")})"),
        edges.CountsBelow ? StoredCount(edges) : SumOfCounts(edges),
        HasRepeats: true,
        edges.CountsBelow);

    /// <summary>Those that a filter names: <c>parents</c> has their <c>ids</c>, an array.</summary>
    /// <param name="isOne">Whether it is one id at most.</param>
    public static PaperSet Named(PaperEdges edges, bool isOne) =>
        new(edges, new("parents.ids"), SumOfCounts(edges), edges.HasRepeats || !isOne, IsCounted: false);

    /// <summary>What arms refer to beside each parent: <c>among (ids, are_many)</c>.</summary>
    public RawSql Among { get; } = new($"""
        cross join lateral (
          select among.ids, {Size.Text} > sqrt(20.0 * (select max(id) from papers)) as are_many
          from (select {Ids?.Text ?? "null::bigint[]"} as ids offset 0) as among offset 0) as among
        """);

    /// <summary>What arms refer to beside each parent where they are read of some days alone: <c>days (are_many)</c>.</summary>
    /// <inheritdoc cref="InOrderOfEdges(IReadOnlyList{OrderTerm}, CompiledFilter, DateRange)"/>
    public SqlFragment AmongDays(DateRange days) => sql => sql.Append($"""
        {Among}
        cross join lateral (
          select count(*) > sqrt(20.0 * (select max(id) from papers)) as are_many
          from (
            select from {new RawSql(Edges.Table)} x
            where x.{new RawSql(Edges.Key)} = parents.parent{DayOfEdge(days)}
            limit (select 1 + sqrt(20.0 * max(id))::bigint from papers)) as met) as days
        """);

    /// <summary>That a paper <c>p</c> is among them.</summary>
    public RawSql Condition => new($"p.id in (select x.paper_id from {FromEdges})");

    /// <summary>A select of the distinct papers of the edges <c>(id, published_order)</c>.</summary>
    /// <param name="condition">When they are read at all.</param>
    public RawSql Rows(string condition = "true") => new(
        $"select {(HasRepeats ? "distinct " : "")}x.paper_id, {Day} from {FromEdges} and {condition}");

    /// <summary>The same of some days alone; of all where there are none.</summary>
    /// <param name="days">Writes the condition on a column of a day, with <c>and</c> before it; null for all days.</param>
    public SqlFragment Rows(Action<SqlText, RawSql>? days) => sql =>
        sql.Append($"select {new RawSql(HasRepeats ? "distinct " : "")}x.paper_id, {new RawSql(Day)} from {FromEdgesOf(days)}");

    /// <summary>A select of the <c>day</c> of the newest paper of each of the <c>parents.ids</c>, from an index in their order.</summary>
    /// <param name="until">No paper is newer than this expression.</param>
    /// <param name="rest">What else must hold of a paper <c>p</c>, looked up for one after the other; null for nothing.</param>
    /// <param name="needsDayAlone">Whether that looks at no more of the paper than its id and its day.</param>
    public SqlFragment NewestDays(RawSql until, SqlFragment? rest, bool needsDayAlone)
    {
        var paper = rest is null ? "" : PaperBesideEdge(needsDayAlone);
        return sql => sql.Append($"""
            select newest.day
            from unnest(parents.ids) as each (id)
            cross join lateral (
              select e.published_order as day
              from {new RawSql($"{Edges.Table} e{paper}")}
              where e.{new RawSql(Edges.Key)} = each.id and e.published_order <= {until}{rest}
              order by e.published_order desc
              limit 1) as newest
            """);
    }

    /// <summary>
    /// The list, with what is counted of it: where no filter looks at the papers their stored count or their edges, and where it looks at
    /// no more than their days and other edges, no paper is read either.
    /// </summary>
    public ListStatement Count(ListStatement list) => list.Filter switch
    {
        null when IsCounted => list with
        {
            Counted = new RawSql($"from {Edges.Target} t where t.id = parents.parent"),
            CountOf = new("t.paper_count"),
        },
        null => list with { Counted = new RawSql($"from ({Rows().Text}) as p") },
        { NeedsDayAlone: true } filter when Edges.HasDays => list with
        {
            Counted = sql => sql.Append(
                $"from ({Rows(DateRange.Condition(filter.Days))}) as p (id, published_order) where true{filter.Where}"),
        },
        var filter => list with
        {
            Counted = sql => sql.Append(
                $"from papers p where p.id in (select x.paper_id from {FromEdgesOf(DateRange.Condition(filter.Days))}){filter.Where}"),
            NodeKey = new("p.id"),
        },
    };

    /// <summary>In an order that edges <c>e</c> have an index for.</summary>
    public IReadOnlyList<ListArm> InOrderOfEdges(IReadOnlyList<OrderTerm> order, CompiledFilter? filter)
    {
        var papers = filter switch
        {
            null => "",
            { IsSearch: true } => " join papers p on p.id = e.paper_id",
            _ => PaperBesideEdge(filter.NeedsDayAlone && Edges.HasDays),
        };
        var key = Ids is null ? "parents.parent" : "each.id";
        var arm = new ListArm(
            new RawSql($"{Edges.Table} e{papers}"), new("e.paper_id"), new RawSql($"e.{Edges.Key} = {key}"), order)
        {
            Each = Ids is null ? null : new RawSql("select unnest(among.ids)"),
            HasRepeats = Edges.HasRepeats,
            LooksUp = filter?.IsSearch == false,
        };
        return [.. arm.SplitUnknown()];
    }

    /// <summary>
    /// In an order that edges <c>e</c> have an index for which is not that of their days, of some days alone. Where the edges of these are
    /// many, the index is gone through until the page is full; where they are few, all of them are sorted.
    /// </summary>
    public IReadOnlyList<ListArm> InOrderOfEdges(IReadOnlyList<OrderTerm> order, CompiledFilter filter, DateRange days)
    {
        // By itself, so that the index of the days is not taken for the edges of all of them.
        var paper = filter.NeedsDayAlone ? "select e.paper_id as id, e.published_order offset 0" : PaperOfEdge;
        var many = new ListArm(
            new RawSql($"{Edges.Table} e cross join lateral ({paper}) as p"),
            new("e.paper_id"),
            new RawSql($"e.{Edges.Key} = parents.parent and {DaysAreMany}"),
            order)
        {
            LooksUp = true,
        };
        var few = new ListArm(
            sql => sql.Append($"""
                (select x.* from {new RawSql(Edges.Table)} x where x.{new RawSql(Edges.Key)} = parents.parent{DayOfEdge(days)}
                  limit {RawSql.NoneUnless($"not {DaysAreMany}")}) as e
                  cross join lateral ({new RawSql(paper)}) as p
                """),
            new("e.paper_id"),
            new RawSql("true"),
            order)
        {
            LooksUp = true,
        };
        return [many, few];
    }

    /// <summary>In an order of papers <c>p</c>.</summary>
    /// <param name="from">The papers <c>p</c>, with all that the order and the filter look at.</param>
    public IReadOnlyList<ListArm> InOrder(RawSql from, IReadOnlyList<OrderTerm> order, CompiledFilter? filter)
    {
        var node = new RawSql("p.id");
        // One row at most, so that the papers go on being read in their order. It comes as a whole, or an index that has all columns that
        // are asked for would be taken for the shortest way to it, and be read for as far as it has what the edges lead to.
        var many = new ListArm(
            new RawSql($"""
                {from.Text}
                  cross join lateral (
                    select (edge.whole).*
                    from (
                      select x as whole from {Edges.Table} x
                      where x.paper_id = p.id and x.{Edges.Key} = {(Ids is null ? "parents.parent" : "any (among.ids)")}
                      limit 1) as edge) as e
                """),
            node,
            new RawSql(AreMany),
            order)
        {
            LooksUp = filter?.IsSearch == false,
        };
        var few = new ListArm(
            new RawSql($"""
                (select distinct on (x.paper_id) x.* from {FromEdges} order by x.paper_id
                  limit {RawSql.NoneUnless($"not {AreMany}").Text}) as e
                  cross join lateral (select p.* from {from.Text} where p.id = e.paper_id limit 1) as p
                """),
            node,
            new RawSql("true"),
            order)
        {
            LooksUp = filter?.IsSearch == false,
        };
        return [.. many.SplitUnknown(), few];
    }

    private string Day => Edges.HasDays ? "x.published_order" : "null::date";

    /// <summary>With its limit, papers are read for edges, and not the other way round.</summary>
    private const string PaperOfEdge = "select p.* from papers p where p.id = e.paper_id limit 1";

    /// <summary>The paper <c>p</c> of each edge <c>e</c>, of which its id and its day need not be looked up.</summary>
    private static string PaperBesideEdge(bool needsDayAlone) =>
        $" cross join lateral ({(needsDayAlone ? "select e.paper_id as id, e.published_order" : PaperOfEdge)}) as p";

    /// <summary>
    /// Tables and condition of the edges <c>x</c>. Those to several things are read one after the other, from the index; of an array
    /// PostgreSQL would expect so many that it reads the whole table.
    /// </summary>
    private string FromEdges => $"{EachEdge}{EndOfEach}";

    /// <summary>
    /// The same of some days alone, which are looked up in an index behind what the edges lead to; of all where no days are given.
    /// </summary>
    private SqlFragment FromEdgesOf(Action<SqlText, RawSql>? days) => sql =>
    {
        sql.Append($"{new RawSql(EachEdge)}");
        if (Edges.HasDays) days?.Invoke(sql, new(Ids is null ? "x.published_order" : "y.published_order"));
        sql.Append($"{new RawSql(EndOfEach)}");
    };

    /// <summary>The part of <see cref="FromEdges"/> behind which more conditions on an edge may follow.</summary>
    private string EachEdge => Ids is null
        ? $"{Edges.Table} x where x.{Edges.Key} = parents.parent"
        : $"""
            unnest(among.ids) as each (id)
                cross join lateral (select y.* from {Edges.Table} y where y.{Edges.Key} = each.id
            """;

    private string EndOfEach => Ids is null ? "" : " offset 0) as x where true";

    private static SqlFragment DayOfEdge(DateRange days) => sql => days.Append(sql, new("x.published_order"));

    private static RawSql StoredCount(PaperEdges edges) => new($"(select paper_count from {edges.Target} where id = parents.parent)");

    private static RawSql SumOfCounts(PaperEdges edges) => new($"(select sum(paper_count) from {edges.Target} where id = any (among.ids))");
}
