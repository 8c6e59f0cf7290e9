using Npgsql;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Paging;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>The query behind a connection, from which those of its count and of its edges are made.</summary>
internal interface IConnectionQuery
{
    ListStatement List { get; }

    PageArguments Page { get; }

    /// <summary>A select of the parents' ids; null for a list of its own.</summary>
    SqlFragment? Parents { get; }
}

/// <summary>One page of the lists of all parents, in one statement.</summary>
/// <param name="list">What the lists are made of.</param>
/// <param name="parents">A select of the parents' ids; null for a list of its own.</param>
/// <param name="page">The page to read.</param>
/// <param name="columns">What is read of each node.</param>
/// <param name="edgeColumns">What is read of each edge; their expressions are the list's edge columns.</param>
/// <param name="countOnly">Neither nodes nor edges nor page info are asked for.</param>
internal sealed class ConnectionQuery<TNode, TEdge>(
    ListStatement list,
    SqlFragment? parents,
    PageArguments page,
    NodeColumns<TNode> columns,
    EdgeColumns<TEdge> edgeColumns,
    bool countOnly) : SqlQuery, IConnectionQuery, IKeySource, IPairSource
    where TNode : Node, new()
    where TEdge : Edge, new()
{
    private readonly Dictionary<long, Connection> connections = [];

    public ListStatement List => list;

    public PageArguments Page => page;

    public SqlFragment? Parents => parents;

    /// <summary>False where the lists' lengths are all that is asked for.</summary>
    public override bool IsNeeded => !countOnly;

    public SqlFragment? Pairs => sql =>
    {
        sql.Append($"select distinct page.parent, page.node\nfrom ");
        list.AppendPages(sql, parents, page, page.Size);
    };

    public SqlFragment? Keys(string? name) => name != KeyNames.Node ? null : sql =>
    {
        sql.Append($"select distinct page.node as id\nfrom ");
        list.AppendPages(sql, parents, page, page.Size);
    };

    public override void Write(SqlText sql)
    {
        sql.Append($"select page.parent, page.node{Numbered("o", list.Order.Count)}{Numbered("e", list.EdgeColumns.Count)}{columns.Words}\nfrom ");
        list.AppendPages(sql, parents, page, page.Size + 1);
        if (!columns.None) sql.Append($"\njoin {columns.Entity.Table} on {columns.Entity.Key} = page.node");
        sql.Append($"\norder by page.parent, {Keyset.OuterOrder(list.Order, "page", page.Backward)}");
    }

    public override void Take(NpgsqlDataReader row)
    {
        var edge = new TEdge { Parent = row.GetInt64(0), Order = list.Order, OrderValues = new string[list.Order.Count] };
        var column = 2;
        for (var i = 0; i < list.Order.Count; i++) edge.OrderValues[i] = list.Order[i].Read(row, column++);
        edgeColumns.Read(edge, row, column);
        edge.Node = columns.Read(row, row.GetInt64(1), column + list.EdgeColumns.Count);
        GetOrAddConnection(edge.Parent).Add(edge);
    }

    public override object ValueFor(object parent)
    {
        var connection = GetOrAddConnection(list.Belongs is null ? 0 : ((Node)parent).Key);
        connection.Complete();
        return connection;
    }

    private Connection GetOrAddConnection(long parent)
    {
        if (!connections.TryGetValue(parent, out var connection)) connections.Add(parent, connection = new Connection(this, parent));
        return connection;
    }

    private static RawSql Numbered(string prefix, int count) =>
        new(string.Concat(Enumerable.Range(0, count).Select(i => $", page.{prefix}{i}")));
}
