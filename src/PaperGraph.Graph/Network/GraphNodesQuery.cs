using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>What is selected of nodes of the graph in memory, whatever their kinds, in one statement.</summary>
internal sealed class GraphNodesQuery(string[] kinds, long[] keys, AnyNode columns) : SqlQuery
{
    private const int FirstColumn = 2;

    private readonly Dictionary<(NodeKind, long), Node> nodes = [];

    public static DataRequest From(FieldContext field)
    {
        if (field.Prefetch is not null) return DataRequest.NeedsParents;
        var nodes = Distinct(field.Parents);
        return new GraphNodesQuery(
            [.. nodes.Select(node => EnumName.For(node.Kind))],
            [.. nodes.Select(node => node.Key)],
            field.Field.Memo(nameof(AnyNode), _ => new AnyNode(Enum.GetValues<NodeKind>(), field.Selection)));
    }

    /// <summary>The nodes that are a field's parents, each once.</summary>
    public static IReadOnlyList<GraphNode> Distinct(IReadOnlyList<object> parents) =>
        [.. parents.Cast<GraphNode>().DistinctBy(node => (node.Kind, node.Key))];

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Bigint, .. columns.Types];

    public override bool IsNeeded => keys.Length > 0;

    public override void Clear() => nodes.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        select given.kind, given.node{columns.Columns}
        from unnest({kinds}, {keys}) as given(kind, node){columns.Joins("given")}
        """);

    public override void Take(SqlRow row)
    {
        var (kind, key) = (row.GetString(0), row.GetInt64(1));
        nodes.Add((EnumName.Parse<NodeKind>(kind), key), columns.Read(row, kind, key, FirstColumn));
    }

    public override object ValueFor(object parent) => nodes[(((GraphNode)parent).Kind, ((GraphNode)parent).Key)];
}
