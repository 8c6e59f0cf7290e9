using Npgsql;

namespace PaperGraph.Graph.Sql;

/// <summary>
/// The queries of a level in one statement: each is a common table expression that is computed once, from whose rows those that hang on
/// it take their keys, and all rows come one query after the other, in columns that queries share where types are equal.
/// </summary>
internal sealed class SqlTree
{
    /// <summary>How many queries one statement holds at most; more are rare, and their combinations without end.</summary>
    public const int MaxQueries = 24;

    private readonly IReadOnlyList<SqlQuery> queries;

    /// <summary>Of each query the ordinals of its columns in the rows.</summary>
    private readonly int[][] ordinals;

    /// <summary>The types of the columns behind the first, which says whose row it is.</summary>
    private readonly List<string> types = new(8);

    private SqlTree(IReadOnlyList<SqlQuery> queries)
    {
        this.queries = queries;
        ordinals = new int[queries.Count][];
        for (var i = 0; i < ordinals.Length; i++) ordinals[i] = AssignOrdinals(queries[i].Types);
    }

    public static RawSql Name(int index) => new(SqlNames.Query(index));

    /// <exception cref="PaperGraph.GraphQL.Execution.FieldFailureException">
    /// One of them cannot be written, or all together have too many parameters.
    /// </exception>
    public static SqlTree Write(IReadOnlyList<SqlQuery> queries, SqlText sql)
    {
        var tree = new SqlTree(queries);
        for (var i = 0; i < queries.Count; i++)
        {
            sql.Append($"{new RawSql(i == 0 ? "with " : ",\n")}{Name(i)} (");
            for (var column = 0; column < tree.ordinals[i].Length; column++)
            {
                if (column > 0) sql.AppendWords(", ");
                sql.AppendWords(SqlNames.Column(column));
            }
            sql.Append($") as materialized (\n");
            queries[i].Write(sql);
            sql.Append($")");
            sql.Name(queries[i]);
        }
        for (var i = 0; i < queries.Count; i++)
        {
            sql.Append($"{new RawSql(i == 0 ? "\n" : "\nunion all\n")}select {RawSql.Number(i)}");
            tree.AppendSelected(sql, i);
            sql.Append($" from {Name(i)}");
        }
        return tree;
    }

    public void Take(NpgsqlDataReader row)
    {
        var query = row.GetInt32(0);
        queries[query].Take(new SqlRow(row, ordinals[query]));
    }

    public void Clear()
    {
        foreach (var query in queries) query.Clear();
    }

    private int[] AssignOrdinals(IEnumerable<string> ofQuery)
    {
        var wanted = ofQuery as IReadOnlyList<string> ?? [.. ofQuery];
        var found = new int[wanted.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var ordinal = 1;
            while (ordinal <= types.Count && (types[ordinal - 1] != wanted[i] || found.AsSpan(0, i).Contains(ordinal))) ordinal++;
            if (ordinal > types.Count) types.Add(wanted[i]);
            found[i] = ordinal;
        }
        return found;
    }

    private void AppendSelected(SqlText sql, int query)
    {
        for (var i = 0; i < types.Count; i++)
        {
            var column = Array.IndexOf(ordinals[query], i + 1);
            sql.AppendWords(column >= 0 ? ", " : ", null::");
            sql.AppendWords(column >= 0 ? SqlNames.Column(column) : types[i]);
        }
    }
}
