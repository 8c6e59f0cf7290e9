using Npgsql;
using PaperGraph.Graph.Nodes;
using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Connections;

/// <summary>A short list of each parent, whole, in one statement.</summary>
/// <param name="parents">A select of the parents' ids.</param>
/// <param name="write">Writes the statement, given the parents as <c>parents(parent)</c>; its first column is the parent's id.</param>
/// <param name="take">Makes one element of a row.</param>
/// <param name="keys">A select of the distinct ids of the nodes below, by key name; null for none.</param>
internal class RowListQuery<TRow>(
    SqlFragment parents,
    Action<SqlText, SqlFragment> write,
    Func<NpgsqlDataReader, TRow> take,
    Func<string?, SqlFragment?>? keys = null) : SqlQuery, IKeySource, IPairSource
    where TRow : class
{
    private static readonly IReadOnlyList<TRow> Empty = [];

    private readonly Dictionary<long, List<TRow>> rows = [];

    public override void Write(SqlText sql) => write(sql, inner => inner.Append($"(\n{parents}) as parents(parent)"));

    public override void Take(NpgsqlDataReader row)
    {
        var parent = row.GetInt64(0);
        if (!rows.TryGetValue(parent, out var list)) rows.Add(parent, list = []);
        list.Add(take(row));
    }

    public override object? ValueFor(object parent) => GetRows(parent);

    protected IReadOnlyList<TRow> GetRows(object parent) => rows.TryGetValue(((Node)parent).Key, out var list) ? list : Empty;

    /// <summary>Set where the rows are edges whose fields have queries of their own.</summary>
    public SqlFragment? Pairs { get; init; }

    public SqlFragment? Keys(string? name) => keys?.Invoke(name);
}

/// <summary>The one row of each parent, or null, in one statement.</summary>
/// <inheritdoc cref="RowListQuery{TRow}"/>
internal sealed class SingleRowQuery<TRow>(
    SqlFragment parents,
    Action<SqlText, SqlFragment> write,
    Func<NpgsqlDataReader, TRow> take,
    Func<string?, SqlFragment?>? keys = null) : RowListQuery<TRow>(parents, write, take, keys)
    where TRow : class
{
    public override object? ValueFor(object parent) => GetRows(parent) is [var row, ..] ? row : null;
}
