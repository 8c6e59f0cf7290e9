using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Papers;

/// <summary>
/// The papers that have edges to all of several things, counted without reading a paper. Where the rarest of these has few papers, the
/// other edges of each are looked up; where it has many, all edges are intersected, each of which is read from the index once: PostgreSQL
/// does not know which they are when it plans, takes them for a handful, and would look up each.
/// </summary>
/// <param name="Edges">The table of the edges.</param>
/// <param name="Ids">Of each thing an array of the ids that edges to it have.</param>
/// <param name="Rest">What else must hold of <c>p (id, published_order)</c>, each condition with <c>and</c> before it.</param>
internal sealed record PaperIntersection(PaperEdges Edges, IReadOnlyList<SqlFragment> Ids, SqlFragment Rest)
{
    /// <summary><c>from …</c>, the papers that are counted.</summary>
    /// <param name="ofRarest">Those of the rarest.</param>
    /// <param name="lookups">What must hold of them otherwise, the other edges included.</param>
    public SqlFragment Count(PaperSet ofRarest, SqlFragment lookups) => sql =>
    {
        sql.Append($"""
            from (
              select p.id
              from ({ofRarest.Rows($"not {PaperSet.AreMany}")}) as p (id, published_order)
              where true{lookups}
              union all
              select p.id from (
            """);
        for (var i = 0; i < Ids.Count; i++)
        {
            sql.Append($"""
                {new RawSql(i > 0 ? "\n    intersect" : "")}
                    select x.paper_id, x.published_order from {new RawSql(Edges.Table)} x
                    where {new RawSql(PaperSet.AreMany)} and x.{new RawSql(Edges.Key)} = any ({Ids[i]})
                """);
        }
        sql.Append($") as p (id, published_order)\n  where true{Rest}) as p");
    };
}
