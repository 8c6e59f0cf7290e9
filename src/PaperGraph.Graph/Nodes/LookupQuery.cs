using PaperGraph.Graph.History;
using PaperGraph.Graph.Sql;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Nodes;

/// <summary>Finds the one node for which a condition holds, or none.</summary>
/// <param name="columns">The columns that are read of the node.</param>
/// <param name="condition">The SQL condition that holds for the node's row alone.</param>
/// <param name="preference">Orders the rows of which more than one may fit; the best first.</param>
internal sealed class LookupQuery<TNode>(SelectedColumns<TNode> columns, SqlFragment condition, SqlFragment? preference = null)
    : SqlQuery, IKeySource, IAsOf
    where TNode : Node, new()
{
    private TNode? node;

    public DateTime? AsOf { get; init; }

    /// <summary>A query for a root field, whose row <paramref name="condition"/> finds by the argument <c>by</c>.</summary>
    public static LookupQuery<TNode> Create(
        FieldContext field, Entity<TNode> entity, SqlFragment condition, SqlFragment? preference = null) =>
        new(field.Field.Memo(nameof(SelectedColumns<>), _ => entity.Select(field.Selection.Names)), condition, preference);

    /// <summary>The same, as the node was known at some time.</summary>
    public static LookupQuery<TNode> CreateAsOf(
        FieldContext field, Entity<TNode> entityAsOf, SqlFragment condition, DateTime time) =>
        new(field.Field.Memo(nameof(IAsOf), _ => entityAsOf.Select(field.Selection.Names)), condition) { AsOf = time };

    public override IEnumerable<string> Types => [SqlType.Bigint, .. columns.Types];

    public override void Clear() => node = null;

    public override void Write(SqlText sql) => WriteFound(sql, new(columns.Entity.Key.Text + columns.Words.Text));

    public override void Take(SqlRow row) => node = columns.Read(row, row.GetInt64(0), 1);

    public override object? ValueFor(object parent) => node;

    public SqlFragment? Keys(string? name) => name is not null ? null : sql =>
    {
        if (sql.RowsOf(this) is { } rows) sql.Append($"select found.id from {rows} as found(id)");
        else WriteFound(sql, columns.Entity.Key);
    };

    private SqlFragment? Beside => AsOf is { } time ? History.AsOf.Beside(time) : null;

    private void WriteFound(SqlText sql, RawSql selected)
    {
        sql.Append($"select {selected}\nfrom {columns.Entity.Table}{Beside}\nwhere {condition}\norder by ");
        if (preference is not null) sql.Append($"{preference}, ");
        sql.Append($"{columns.Entity.Key}\nlimit 1");
    }
}
