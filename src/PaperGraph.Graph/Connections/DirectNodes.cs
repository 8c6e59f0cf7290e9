using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Connections;

/// <summary>Queries for nodes that hang directly on others: a parent, a few children.</summary>
internal static class DirectNodes
{
    /// <summary>Reads all nodes of each parent, in one statement.</summary>
    /// <param name="field">A field of type <c>[TNode!]!</c>.</param>
    /// <param name="entity">The type of the nodes.</param>
    /// <param name="from">The table that ties them, such as <c>concept_topics x</c>.</param>
    /// <param name="parentKey">The column of the parent's id.</param>
    /// <param name="nodeKey">The column of the node's id.</param>
    /// <param name="order">A total order of the nodes of one parent.</param>
    public static DataRequest Many<TNode>(
        FieldContext field, Entity<TNode> entity, string from, string parentKey, string nodeKey, string order)
        where TNode : Node, new()
    {
        if (!ParentKeys.TryGet(field, out var parents)) return DataRequest.NeedsParents;
        var tie = Tie(field, entity, parents, from, parentKey, nodeKey);
        return new RowListQuery<TNode>(tie.Parents, tie.Statement(order), tie.Types, tie.Take, tie.Keys);
    }

    /// <summary>The one node of each parent, or null, in one statement.</summary>
    /// <inheritdoc cref="Many{TNode}"/>
    public static DataRequest One<TNode>(FieldContext field, Entity<TNode> entity, string from, string parentKey, string nodeKey)
        where TNode : Node, new()
    {
        if (!ParentKeys.TryGet(field, out var parents)) return DataRequest.NeedsParents;
        var tie = Tie(field, entity, parents, from, parentKey, nodeKey);
        return new SingleRowQuery<TNode>(tie.Parents, tie.Statement(entity.Key.Text), tie.Types, tie.Take, tie.Keys);
    }

    private static Tied<TNode> Tie<TNode>(
        FieldContext field, Entity<TNode> entity, SqlFragment parents, string from, string parentKey, string nodeKey)
        where TNode : Node, new()
    {
        var columns = field.Field.Memo(nameof(SelectedColumns<>), _ => entity.Select(field.Selection.Names));
        return new Tied<TNode>(parents, columns, new(from), new(parentKey), new(nodeKey));
    }

    private sealed record Tied<TNode>(SqlFragment Parents, SelectedColumns<TNode> Columns, RawSql From, RawSql ParentKey, RawSql NodeKey)
        where TNode : Node, new()
    {
        public Action<SqlText, SqlFragment> Statement(string order) => (sql, parents) => sql.Append($"""
            select {ParentKey}, {Columns.Entity.Key}{Columns.Words}
            from {parents}
            join {From} on {ParentKey} = parents.parent
            join {Columns.Entity.Table} on {Columns.Entity.Key} = {NodeKey}
            order by {ParentKey}, {new RawSql(order)}
            """);

        public IEnumerable<string> Types => [SqlType.Bigint, SqlType.Bigint, .. Columns.Types];

        public TNode Take(SqlRow row) => Columns.Read(row, row.GetInt64(1), 2);

        public SqlFragment? Keys(string? name) => name is not null ? null : sql => sql.Append($"""
            select distinct {NodeKey} as id
            from (
            {Parents}) as parents(parent)
            join {From} on {ParentKey} = parents.parent
            where {NodeKey} is not null
            """);
    }
}
