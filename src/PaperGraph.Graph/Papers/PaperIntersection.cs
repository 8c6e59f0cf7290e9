using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// The papers that have edges to all of several things, found without reading a paper. Where the rarest of these has few papers, the
/// other edges of each are looked up. Where it has many, the edges to the most frequent are read from the index once, and held against
/// tables of the others: PostgreSQL does not know which they are when it plans, takes them for a handful, and would look up each.
/// </summary>
/// <param name="Edges">The table of the edges.</param>
/// <param name="Ids">Of each thing an array of the ids that edges to it have.</param>
/// <param name="HasRepeats">Whether a paper may have several edges to one of these things.</param>
/// <param name="Days">What must hold of the days of edges <c>x</c>, each condition with <c>and</c> before it.</param>
/// <param name="Rest">What else must hold of <c>p (id, published_order)</c>, likewise.</param>
internal sealed record PaperIntersection(
    PaperEdges Edges, IReadOnlyList<SqlFragment> Ids, bool HasRepeats, SqlFragment Days, SqlFragment Rest)
{
    /// <summary>A select of the papers, <c>id</c> and <c>published_order</c>.</summary>
    /// <param name="ofRarest">Those of the rarest.</param>
    /// <param name="lookups">What must hold of them otherwise, the other edges included.</param>
    public SqlFragment Papers(PaperSet ofRarest, SqlFragment lookups) => sql =>
    {
        var sets = sql.Once(this, "(ids, place)", AppendSets);
        sql.Append($"""
            select p.id, p.published_order
              from ({ofRarest.Rows($"not {PaperSet.AreMany}")}) as p (id, published_order)
              where true{lookups}
              union all
              select p.id, p.published_order
              from (
                select {new RawSql(HasRepeats ? "distinct " : "")}x.paper_id, x.published_order
                from {EdgesTo(sets, 1)} and {new RawSql(PaperSet.AreMany)}) as p (id, published_order)
              where true{Rest}
            """);
        for (var place = 2; place <= Ids.Count; place++)
        {
            // Of a condition on its truth PostgreSQL makes no join, but a table.
            sql.Append($"\n    and (p.id in (select x.paper_id from {EdgesTo(sets, place)}{Days})) is true");
        }
    };

    /// <summary>The most frequent first.</summary>
    private void AppendSets(SqlText sql)
    {
        sql.Append($"select ids, row_number() over (order by papers desc)\nfrom (");
        for (var i = 0; i < Ids.Count; i++) sql.Append($"{new RawSql(i > 0 ? "\n  union all\n  " : "\n  ")}select {Ids[i]}");
        sql.Append($"""
            ) as things (ids)
            cross join lateral (
              select coalesce(sum(t.paper_count), 0) as papers from {new RawSql(Edges.Target)} t where t.id = any (ids)) as sizes
            """);
    }

    private RawSql EdgesTo(RawSql sets, int place) =>
        new($"{Edges.Table} x where x.{Edges.Key} = any ((select ids from {sets.Text} where place = {place})::bigint[])");
}

/// <summary>A page of these papers in the order of their days, and how many they are: what is found for the one is the other.</summary>
/// <param name="Papers">A select of the papers, <c>id</c> and <c>published_order</c>.</param>
internal sealed record CountedIntersection(SqlFragment Papers) : CountedPage
{
    /// <inheritdoc/>
    public override void AppendFound(SqlText sql, ListStatement list)
    {
        sql.Append($"with found as materialized (\n  select {list.Parent} as parent, {list.NodeKey} as node, ");
        Keyset.AppendColumns(sql, list.Order);
        list.AppendEdgeColumns(sql);
        sql.Append($"\n  from ");
        list.AppendParents(sql, null);
        sql.Append($"lateral ({Papers}) as p),\ncounted (rows, is_estimate) as materialized (\n  select count(*), false from found)\n");
    }

    /// <inheritdoc/>
    public override void AppendPage(SqlText sql, ListStatement list, PageArguments page, int limit)
    {
        sql.Append($"(");
        AppendPageOfFound(sql, list, page, limit);
        sql.Append($") as page");
    }
}
