using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>What nodes of the graph in memory are called: titles of papers, names of everything else.</summary>
internal sealed class LabelsQuery(string[] kinds, long[] keys) : SqlQuery
{
    private readonly Dictionary<(NodeKind, long), string> labels = [];

    public static DataRequest From(FieldContext field)
    {
        if (field.Prefetch is not null) return DataRequest.NeedsParents;
        var nodes = GraphNodesQuery.Distinct(field.Parents);
        return new LabelsQuery([.. nodes.Select(node => EnumName.For(node.Kind))], [.. nodes.Select(node => node.Key)]);
    }

    public override IEnumerable<string> Types => [SqlType.Text, SqlType.Bigint, SqlType.Text];

    public override bool IsNeeded => keys.Length > 0;

    public override void Clear() => labels.Clear();

    public override void Write(SqlText sql) => sql.Append($"""
        select given.kind, given.asked, coalesce(p.title, c.name, t.name, o.name, r.owner || '/' || r.name, a.name)
        from ({FormerNodes.Follow(kinds, keys)}) as given(kind, asked, node)
        left join papers p on given.kind = 'PAPER' and p.id = given.node
        left join concepts c on given.kind = 'CONCEPT' and c.id = given.node
        left join topics t on given.kind = 'TOPIC' and t.id = given.node
        left join organizations o on given.kind = 'ORGANIZATION' and o.id = given.node
        left join repositories r on given.kind = 'REPOSITORY' and r.id = given.node
        left join authors a on given.kind = 'AUTHOR' and a.id = given.node
        """);

    public override void Take(SqlRow row)
    {
        if (!row.IsDBNull(2)) labels.Add((EnumName.Parse<NodeKind>(row.GetString(0)), row.GetInt64(1)), row.GetString(2));
    }

    /// <summary>A node that was deleted since has no name; it is there until the graph is read again.</summary>
    public override object ValueFor(object parent) =>
        labels.GetValueOrDefault((((GraphNode)parent).Kind, ((GraphNode)parent).Key), "(no longer there)");
}
