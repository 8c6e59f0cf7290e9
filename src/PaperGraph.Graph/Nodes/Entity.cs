using PaperGraph.Graph.Sql;

namespace PaperGraph.Graph.Nodes;

/// <summary>A type of node and the table that holds it: which column, or expression, stands for which field.</summary>
/// <param name="table">The table's name.</param>
/// <param name="alias">The alias that statements give to a row of the table.</param>
/// <param name="key">What equals a node's id in the row of a page, where that is not the table's <c>id</c> alone.</param>
internal sealed class Entity<TNode>(string table, string alias, string? key = null) where TNode : Node, new()
{
    private readonly Dictionary<string, NodeColumn<TNode>> columns = new(StringComparer.Ordinal);

    public RawSql Table { get; } = new($"{table} {alias}");

    public RawSql Key { get; } = new(key ?? $"{alias}.id");

    /// <summary>Ids of rows that were merged into others, and the ids of those; null where rows of this type never are.</summary>
    public RawSql? FormerIds { get; private set; }

    /// <param name="sql">A select statement of both columns.</param>
    public Entity<TNode> Former(string sql)
    {
        FormerIds = new(sql);
        return this;
    }

    public Entity<TNode> Column<T>(string field, string sql, Action<TNode, T> set)
    {
        columns.Add(field, new NodeColumn<TNode>(
            sql,
            SqlType.For<T>(),
            (node, row, i) =>
            {
                if (!row.IsDBNull(i)) set(node, row.GetFieldValue<T>(i));
            }));
        return this;
    }

    /// <summary>
    /// The columns for those of <paramref name="fields"/> that are columns; the others are fields with queries of their own.
    /// </summary>
    public SelectedColumns<TNode> Select(IEnumerable<string> fields)
    {
        var chosen = new List<NodeColumn<TNode>>();
        foreach (var field in fields.Distinct(StringComparer.Ordinal))
            if (columns.TryGetValue(field, out var column)) chosen.Add(column);
        return new SelectedColumns<TNode>(this, chosen);
    }
}

/// <summary>An expression that is selected, and what takes its value.</summary>
internal sealed record NodeColumn<TNode>(string Sql, string Type, Action<TNode, SqlRow, int> Read);

/// <summary>The columns of a node that one statement reads, in the order in which it selects them.</summary>
internal sealed class SelectedColumns<TNode>(Entity<TNode> entity, IReadOnlyList<NodeColumn<TNode>> columns) where TNode : Node, new()
{
    public Entity<TNode> Entity => entity;

    /// <summary>Whether the id alone is asked for, so that the node's table need not be read.</summary>
    public bool None => columns.Count == 0;

    public int Count => columns.Count;

    public IReadOnlyList<string> Types { get; } = [.. columns.Select(column => column.Type)];

    /// <summary>The expressions, each behind a comma: <c>, p.slug, p.title</c>.</summary>
    public RawSql Words { get; } = new(string.Concat(columns.Select(column => ", " + column.Sql)));

    /// <param name="first">The ordinal at which <see cref="Words"/> begin in the row.</param>
    public TNode Read(SqlRow row, long key, int first)
    {
        var node = new TNode { Key = key };
        for (var i = 0; i < columns.Count; i++) columns[i].Read(node, row, first + i);
        return node;
    }
}
