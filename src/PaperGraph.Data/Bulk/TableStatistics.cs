using Npgsql;

namespace PaperGraph.Data.Bulk;

/// <summary>
/// The planner's statistics of what was just written. PostgreSQL gathers them in the background, a minute or more later, and never
/// of rows that are not committed: what reads a table that was filled a moment ago would be planned as if it were empty.
/// </summary>
public static class TableStatistics
{
    // A table has grown where it takes half as many pages again as when its rows were counted last: the planner reckons with the size
    // that a table has by then, and only how its values are spread is of the last time. The count of rows is -1 where they were never
    // counted, and vacuuming counts rows without looking at their values.
    private const string Grown = """
        select quote_ident(c.relname)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral (select pg_relation_size(c.oid) / current_setting('block_size')::bigint as pages) present
        where n.nspname = current_schema()
            and c.relkind = 'r'
            and pg_has_role(c.relowner, 'usage')
            and present.pages > 0
            and (present.pages > 1.5 * c.relpages
                or c.reltuples <= 0
                or not exists (select from pg_stats s where (s.schemaname, s.tablename) = (n.nspname, c.relname)))
        order by c.relname
        """;

    /// <summary>
    /// Analyzes the tables that have grown much since they were analyzed last, with the rows that this transaction has written. Those
    /// to which little was added are left alone, so that a few papers more do not cost a look at all of them.
    /// </summary>
    /// <returns>The tables that were analyzed.</returns>
    public static async Task<IReadOnlyList<string>> RefreshAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        // One transaction at a time holds the locks of ANALYZE, which stay until it ends.
        await transaction.TakeWriteLockAsync(cancellationToken);
        var tables = await transaction.QueryAsync(Grown, reader => reader.GetString(0), cancellationToken);
        if (tables.Count > 0) await transaction.ExecuteAsync($"analyze {string.Join(", ", tables)}", cancellationToken);
        return tables;
    }
}
