using PaperGraph.Graph.Filters;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>
/// What a list is made of, in SQL: its rows, their conditions and their order. One statement pages the lists of all
/// parents; others count them or take their keys from it.
/// </summary>
/// <param name="From">The tables of the list, such as <c>paper_concepts e</c>.</param>
/// <param name="NodeKey">The expression of the id of a row's node, such as <c>e.concept_id</c>.</param>
/// <param name="Belongs">That a row belongs to <c>parents.parent</c>; null for a list of its own.</param>
/// <param name="Filter">The conditions of the request's filter; null where it has none.</param>
/// <param name="Order">The order of the list, which has to be total.</param>
internal sealed record ListStatement(
    RawSql From,
    RawSql NodeKey,
    RawSql? Belongs,
    CompiledFilter? Filter,
    IReadOnlyList<OrderTerm> Order)
{
    /// <summary>Expressions of what stands on the edge, in the order in which the edge reads them.</summary>
    public IReadOnlyList<string> EdgeColumns { get; init; } = [];

    /// <summary>The ways to read the list in its order; empty where there is the one that the statement itself says.</summary>
    public IReadOnlyList<ListArm> Arms { get; init; } = [];

    /// <summary><c>(…) as parents</c> of a list of its own: one row of what its arms refer to; null for nothing.</summary>
    public SqlFragment? Given { get; init; }

    /// <summary>The time as which its papers are told; null for now.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary><c>cross join …</c>, what arms refer to beside each parent; null for nothing.</summary>
    public SqlFragment? Beside { get; init; }

    /// <summary>
    /// <c>from … where …</c>, the rows that are counted where these are less to read than those that are listed; null for the same.
    /// </summary>
    public SqlFragment? Counted { get; init; }

    /// <summary>The aggregate that counts the rows.</summary>
    public RawSql CountOf { get; init; } = new("count(*)");

    /// <summary>How a page and the length are read together; null where each is read by itself.</summary>
    public CountedPage? Together { get; init; }

    /// <summary>
    /// <c>… page</c>: one page of the list of each parent, as the columns parent, node, o0 … and e0 …; at most
    /// <paramref name="limit"/> rows a parent.
    /// </summary>
    /// <param name="sql">The statement so far, which ends in <c>from</c>.</param>
    /// <param name="parents">A select of the parents' ids; null for a list of its own.</param>
    /// <param name="page">Where the page begins and which way it is read.</param>
    /// <param name="limit">The greatest number of rows that are read of each parent.</param>
    public void AppendPages(SqlText sql, SqlFragment? parents, PageArguments page, int limit)
    {
        AppendParents(sql, parents);
        sql.Append($"lateral (\n  ");
        var arms = Arms.Count > 0 ? Arms : OwnArms;
        if (arms.Count == 1)
        {
            arms[0].Append(sql, this, page, limit);
        }
        else
        {
            sql.Append($"select *\n  from (");
            for (var i = 0; i < arms.Count; i++)
            {
                sql.Append($"{new RawSql(i > 0 ? "\n  union all\n  (" : "(")}");
                arms[i].Append(sql, this, page, limit);
                sql.Append($")");
            }
            sql.Append($") as arms\n  order by ");
            Keyset.AppendOuterOrder(sql, Order, "arms", page.Backward);
            sql.Append($"\n  limit {RawSql.Number(limit)}");
        }
        sql.Append($") as page");
    }

    /// <summary>
    /// A select of three columns: a parent's id, how long its list is, and whether that is an estimate. A parent with an empty list has no
    /// row. Searched texts are found in the order in which they are stored: when so many are found that the rest is not looked for, the
    /// share of the table that was gone through tells about how many there are.
    /// </summary>
    public void AppendCount(SqlText sql, SqlFragment? parents)
    {
        var parent = new RawSql(parents is null && Given is null ? "0::bigint" : "parents.parent");
        sql.Append($"select {parent}, counted.rows, counted.is_estimate\nfrom ");
        AppendParents(sql, parents);
        SqlFragment rows = Counted ?? (inner => inner.Append($"from {From} where {Condition}{Filter?.Where}"));
        if (Filter?.IsSearch != true)
        {
            sql.Append($"lateral (select {CountOf}, false {rows}) as counted(rows, is_estimate)");
            return;
        }
        sql.Append($"""
            lateral (
              select {LengthOf("found.place")}
              from (select {PlaceOfPaper} {rows} limit {RawSql.Number(MaxExactCount + 1)}) as found(place)) as counted(rows, is_estimate)
            """);
    }

    /// <summary>How many matches there are, and whether that is an estimate.</summary>
    /// <param name="place">
    /// The column that says where those that were found are stored, <see cref="MaxExactCount"/> and one at most.
    /// </param>
    public static RawSql LengthOf(string place) => new($"""
        case when count(*) <= {MaxExactCount} then count(*)
          else (count(*) * (pg_relation_size('papers') / current_setting('block_size')::integer)
            / (1 + {Block($"max({place})")} - {Block($"min({place})")}))::bigint end,
          count(*) > {MaxExactCount}
        """);

    /// <summary>Where a paper <c>p</c> is stored.</summary>
    public static RawSql PlaceOfPaper { get; } = new("p.ctid");

    private static string Block(string place) => $"({place}::text::point)[0]";

    /// <summary>How many results of a search are counted exactly.</summary>
    public const int MaxExactCount = 10_000;

    public RawSql Parent => new(Belongs is null ? "0::bigint" : "parents.parent");

    public void AppendEdgeColumns(SqlText sql)
    {
        for (var i = 0; i < EdgeColumns.Count; i++)
        {
            sql.AppendWords(", ");
            sql.AppendWords(EdgeColumns[i]);
            sql.AppendWords(" as ");
            sql.AppendWords(SqlNames.Edge(i));
        }
    }

    /// <summary>What arms refer to, and <c>cross join</c> behind it; nothing where they refer to nothing.</summary>
    /// <param name="parents">A select of the parents' ids; null for a list of its own.</param>
    public void AppendParents(SqlText sql, SqlFragment? parents)
    {
        if (parents is not null) sql.Append($"(\n{parents}) as parents(parent)\n{Beside}\ncross join ");
        else if (Given is not null) sql.Append($"{Given}\n{Beside}\ncross join ");
    }

    private RawSql Condition => Belongs ?? new("true");

    private ListArm[] OwnArms => [.. new ListArm(From, NodeKey, Condition, Order).SplitUnknown()];

    /// <summary>The same list with its arms made, for one that is kept and read by many requests.</summary>
    public ListStatement WithOwnArms() => this with { Arms = OwnArms };
}
