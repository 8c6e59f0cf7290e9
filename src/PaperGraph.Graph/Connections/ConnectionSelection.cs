using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Connections;

/// <summary>What a request selects of a connection, as far as it decides what is read.</summary>
/// <param name="Columns">The columns that are read of each node.</param>
/// <param name="EdgeColumns">The columns that are read of each edge.</param>
/// <param name="HasRows">Whether nodes, edges or page info are asked for, and not the length alone.</param>
/// <param name="HasMore">Whether it is asked if there are more; one row more is read then.</param>
/// <param name="HasCount">Whether the request selects the length of the list.</param>
/// <param name="HasEdges">Whether the request selects edges, or cursors of them, and not the nodes alone.</param>
/// <param name="HasCursors">Whether the request selects cursors.</param>
internal sealed record ConnectionSelection<TNode, TEdge>(
    SelectedColumns<TNode> Columns,
    SelectedEdgeColumns<TEdge> EdgeColumns,
    bool HasRows,
    bool HasCount,
    bool HasMore,
    bool HasEdges,
    bool HasCursors)
    where TNode : Node, new()
    where TEdge : Edge
{
    /// <summary>The types of what is read of a page whose rows tell neither cursors nor the length.</summary>
    public IReadOnlyList<string> PlainTypes { get; } = [SqlType.Bigint, SqlType.Bigint, .. EdgeColumns.Types, .. Columns.Types];

    public static ConnectionSelection<TNode, TEdge> From(Entity<TNode> entity, EdgeColumns<TEdge> edgeColumns, Selection connection)
    {
        var edges = connection.Select("edges");
        var page = connection.Select("pageInfo").Names.ToList();
        var hasPageCursors = page.Exists(name => name is "startCursor" or "endCursor");
        return new ConnectionSelection<TNode, TEdge>(
            entity.Select(connection.Select("nodes").Names.Concat(edges.Select("node").Names)),
            edgeColumns.Select(edges.Names),
            HasRows: connection.Names.Any(name => name is not ("totalCount" or "totalCountIsEstimate" or "__typename")),
            HasCount: connection.Names.Any(name => name is "totalCount" or "totalCountIsEstimate"),
            HasMore: page.Exists(name => name is "hasNextPage" or "hasPreviousPage"),
            HasEdges: hasPageCursors || connection.Names.Contains("edges"),
            HasCursors: hasPageCursors || edges.Names.Contains("cursor"));
    }
}
