using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>
/// What the database knows of nodes that the graph in memory does not: which are there, and which were merged into others.
/// </summary>
internal sealed class UnknownNodesQuery(IReadOnlyCollection<GraphNode> nodes) : SqlQuery
{
    private static readonly AnyNode Any = new(Enum.GetValues<NodeKind>());

    private readonly Dictionary<(NodeKind, long), long> current = [];

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Bigint, SqlType.Bigint];

    public override bool IsNeeded => nodes.Count > 0;

    public override void Clear() => current.Clear();

    public override void Write(SqlText sql)
    {
        string[] kinds = [.. nodes.Select(node => EnumName.For(node.Kind))];
        long[] keys = [.. nodes.Select(node => node.Key)];
        sql.Append($"""
            select given.kind, given.asked, given.node
            from ({FormerNodes.Follow(kinds, keys)}) as given(kind, asked, node)
            where {Any.Exists("given")}
            """);
    }

    public override void Take(SqlRow row) => current.Add((EnumName.Parse<NodeKind>(row.GetString(0)), row.GetInt64(1)), row.GetInt64(2));

    /// <summary>The node that it is now; null where there is none.</summary>
    public GraphNode? Find(GraphNode node) => current.TryGetValue((node.Kind, node.Key), out var key) ? node with { Key = key } : null;

    public override object ValueFor(object parent) => throw new NotSupportedException("What is found is asked for by name.");
}
