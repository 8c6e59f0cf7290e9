using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>A short list of each parent, whole, in one statement.</summary>
/// <param name="parents">A select statement for the ids of the parents.</param>
/// <param name="write">Writes the statement, given the parents as <c>parents(parent)</c>; its first column is the parent's id.</param>
/// <param name="types">The types of the statement's columns.</param>
/// <param name="take">Makes one element of a row.</param>
/// <param name="keys">A select of the distinct ids of the nodes below, by key name; null for none. They are in the second column.</param>
internal class RowListQuery<TRow>(
    SqlFragment parents,
    Action<SqlText, SqlFragment> write,
    IEnumerable<string> types,
    Func<SqlRow, TRow> take,
    Func<string?, SqlFragment?>? keys = null) : SqlQuery, IKeySource, IPairSource
    where TRow : class
{
    private static readonly IReadOnlyList<TRow> Empty = [];

    private readonly Dictionary<long, List<TRow>> rows = [];

    public override IEnumerable<string> Types => types;

    public override void Clear() => rows.Clear();

    public override void Write(SqlText sql) => write(sql, inner => inner.Append($"(\n{parents}) as parents(parent)"));

    public override void Take(SqlRow row)
    {
        var parent = row.GetInt64(0);
        if (!rows.TryGetValue(parent, out var list)) rows.Add(parent, list = []);
        list.Add(take(row));
    }

    public override object? ValueFor(object parent) => GetRows(parent);

    protected IReadOnlyList<TRow> GetRows(object parent) => rows.TryGetValue(((Node)parent).Key, out var list) ? list : Empty;

    /// <summary>Whether the rows are edges whose fields have queries of their own: the second column is the node's id then.</summary>
    public bool HasPairs { get; init; }

    public SqlFragment? Pairs => !HasPairs ? null : sql =>
    {
        sql.Append($"select edges.parent, edges.node from ");
        sql.AppendRowsOf(this);
        sql.Append($" as edges(parent, node)");
    };

    public SqlFragment? Keys(string? name) => keys?.Invoke(name) is not { } again ? null : sql =>
    {
        if (sql.RowsOf(this) is { } rows) sql.Append($"select distinct nodes.id from {rows} as nodes(parent, id)");
        else again(sql);
    };
}

/// <summary>The one row of each parent, or null, in one statement.</summary>
/// <inheritdoc cref="RowListQuery{TRow}"/>
internal sealed class SingleRowQuery<TRow>(
    SqlFragment parents,
    Action<SqlText, SqlFragment> write,
    IEnumerable<string> types,
    Func<SqlRow, TRow> take,
    Func<string?, SqlFragment?>? keys = null) : RowListQuery<TRow>(parents, write, types, take, keys)
    where TRow : class
{
    public override object? ValueFor(object parent) => GetRows(parent) is [var row, ..] ? row : null;
}
