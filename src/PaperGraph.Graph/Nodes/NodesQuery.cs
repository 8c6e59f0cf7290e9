using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Nodes;

/// <summary>Reads nodes of one type by their ids.</summary>
internal sealed class NodesOfTypeQuery<TNode>(SelectedColumns<TNode> columns, long[] keys, Dictionary<NodeId, Node> found) : SqlQuery
    where TNode : Node, new()
{
    public override IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, .. columns.Types];

    public override void Clear() => found.Clear();

    public override void Write(SqlText sql)
    {
        sql.Append($"""
            select asked.id, {columns.Entity.Key}{columns.Words}
            from (
                select id, id as current from unnest ({keys}) id
            """);
        if (columns.Entity.FormerIds is { } former)
            sql.Append($"\n    union all\n    select * from ({former}) f (id, current) where f.id = any ({keys})");
        sql.Append($"\n) asked\njoin {columns.Entity.Table} on {columns.Entity.Key} = asked.current");
    }

    public override void Take(SqlRow row) =>
        found.Add(new NodeId(typeof(TNode).Name, row.GetInt64(0)), columns.Read(row, row.GetInt64(1), 2));

    public override object? ValueFor(object parent) => throw new NotSupportedException("The values are the whole query's.");
}

/// <summary>Nodes of any types by their global ids: one statement for each type that is among them.</summary>
internal sealed class NodesQuery : CompositeQuery
{
    private readonly Dictionary<NodeId, Node> found = [];

    private readonly Func<Dictionary<NodeId, Node>, object?> value;

    private NodesQuery(IEnumerable<NodeId> ids, Selection selection, Func<Dictionary<NodeId, Node>, object?> value)
    {
        this.value = value;
        Parts =
        [
            .. ids.GroupBy(id => id.Type, id => id.Key)
                .Select(type => NodeTypes.QueryFor(type.Key, [.. type.Distinct()], selection, found))
                .OfType<SqlQuery>(),
        ];
    }

    public override IReadOnlyList<SqlQuery> Parts { get; }

    /// <summary>Reads the node that a global id names, or null.</summary>
    public static DataRequest One(string text, Selection selection)
    {
        NodeId[] ids = NodeId.TryParse(text, out var id) ? [id] : [];
        return new NodesQuery(ids, selection, found => found.GetValueOrDefault(id));
    }

    /// <summary>A query for several ids, with one node, or null, for each.</summary>
    public static DataRequest Many(IReadOnlyList<string> texts, Selection selection)
    {
        var ids = texts.Select(text => NodeId.TryParse(text, out var id) ? id : default).ToArray();
        return new NodesQuery(
            ids.Where(id => id != default),
            selection,
            found => Array.ConvertAll(ids, id => id == default ? null : found.GetValueOrDefault(id)));
    }

    public override object? ValueFor(object parent) => value(found);
}
