using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>
/// What is selected of nodes of the graph in memory, whatever their kinds, in one statement. The graph is as it was when it was read: of
/// a node that was merged into another since, that one is told; of one that was deleted, nothing.
/// </summary>
internal sealed class GraphNodesQuery(string[] kinds, long[] keys, AnyNode columns) : SqlQuery
{
    private const int FirstColumn = 3;

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

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Bigint, SqlType.Bigint, .. columns.Types];

    public override bool IsNeeded => keys.Length > 0;

    public override void Clear() => nodes.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        select given.kind, given.asked, given.node{columns.Columns}
        from ({FormerNodes.Follow(kinds, keys)}) as given(kind, asked, node){columns.Joins("given")}
        where {columns.Exists("given")}
        """);

    public override void Take(SqlRow row)
    {
        var kind = row.GetString(0);
        nodes.Add((EnumName.Parse<NodeKind>(kind), row.GetInt64(1)), columns.Read(row, kind, row.GetInt64(2), FirstColumn));
    }

    public override object? ValueFor(object parent) => nodes.GetValueOrDefault((((GraphNode)parent).Kind, ((GraphNode)parent).Key));
}
