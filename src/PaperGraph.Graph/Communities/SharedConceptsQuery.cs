using PaperGraph.Graph.Concepts;
using PaperGraph.Graph.Connections;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Communities;

/// <summary>The concepts that connect two communities, the strongest first.</summary>
/// <param name="pairs">A select of two columns, the ids of the two communities of each edge.</param>
/// <param name="columns">The columns that are read of the concepts.</param>
internal sealed class SharedConceptsQuery(SqlFragment pairs, SelectedColumns<Concept> columns) : SqlQuery, IKeySource
{
    private static readonly IReadOnlyList<Concept> Empty = [];

    private readonly Dictionary<(long Community, long Other), List<Concept>> concepts = [];

    public override IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, SqlType.Bigint, .. columns.Types];

    public override void Clear() => concepts.Clear();

    public SqlFragment? Keys(string? name) =>
        name is not null ? null : sql => sql.Append($"select distinct c.id{FromPairs}");

    // A concept may have gone since the communities were found.
    private SqlFragment FromPairs => sql => sql.Append($"""

        from ({pairs}) as pairs (parent, node)
        join community_ties x on x.community_id = pairs.parent and x.other_id = pairs.node
        cross join lateral unnest(x.concept_ids) with ordinality as shared (id, place)
        join {columns.Entity.Table} on c.id = shared.id
        """);

    public override void Write(SqlText sql) => sql.Append($"""
        select x.community_id, x.other_id, c.id{columns.Words}{FromPairs}
        order by x.community_id, x.other_id, shared.place
        """);

    public override void Take(SqlRow row)
    {
        var pair = (row.GetInt64(0), row.GetInt64(1));
        if (!concepts.TryGetValue(pair, out var list)) concepts.Add(pair, list = []);
        list.Add(columns.Read(row, row.GetInt64(2), 3));
    }

    public override object ValueFor(object parent)
    {
        var edge = (Edge)parent;
        return concepts.TryGetValue((edge.Parent, edge.Node.Key), out var list) ? list : Empty;
    }
}
