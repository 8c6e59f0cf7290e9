using Npgsql;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Groups;

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
            and (@tables::text[] is null or c.relname = any (@tables))
            and c.relname <> all (@others)
        order by c.relname
        """;

    private const string IsGrowing = $"select {PostponedCount.IsPostponed}";

    // Queues are empty by then: what was seen of them while they were full holds for the next time.
    private const string Sampled = """
        select quote_ident(c.relname)
        from pg_class c
        where c.relnamespace = to_regnamespace(current_schema())
            and c.relkind = 'r'
            and pg_has_role(c.relowner, 'usage')
            and c.relpages > 0
            and c.relname <> all (@others)
            and c.relname not in ('changed_names', 'uncounted_changes')
        order by c.relname
        """;

    // While a first import goes on, a table is looked at a dozen times: three thousand of its rows tell enough until it ends.
    private const string SampleLittle = "set local default_statistics_target = 10";
    private const string SampleAsUsual = "set local default_statistics_target to default";

    /// <summary>
    /// Analyzes the tables that have grown much since they were analyzed last, with the rows that this transaction has written. Those
    /// to which little was added are left alone, so that a few papers more do not cost a look at all of them; and so are those of
    /// mentions, which may be written at the same time.
    /// </summary>
    /// <returns>The tables that were analyzed.</returns>
    public static Task<IReadOnlyList<string>> RefreshAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        RefreshAsync(transaction, among: null, cancellationToken);

    /// <param name="among">The names of the tables to look at; null for all.</param>
    /// <inheritdoc cref="RefreshAsync(NpgsqlTransaction, CancellationToken)"/>
    public static async Task<IReadOnlyList<string>> RefreshAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<string>? among, CancellationToken cancellationToken)
    {
        // One transaction at a time holds the locks of ANALYZE, which stay until it ends.
        await transaction.TakeWriteLockAsync(cancellationToken);
        return await RefreshAsync(transaction, among, others: MentionUpserts.Tables, isGrowing: among is null, cancellationToken);
    }

    /// <summary>Does so with the tables of mentions, under their lock.</summary>
    /// <inheritdoc cref="RefreshAsync(NpgsqlTransaction, CancellationToken)"/>
    public static async Task<IReadOnlyList<string>> RefreshMentionsAsync(
        NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeMentionLockAsync(cancellationToken);
        return await RefreshAsync(transaction, MentionUpserts.Tables, others: [], isGrowing: true, cancellationToken);
    }

    /// <param name="others">The names of tables that are left alone.</param>
    /// <param name="isGrowing">Whether a little is enough while a first import goes on.</param>
    private static async Task<IReadOnlyList<string>> RefreshAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<string>? among, IReadOnlyCollection<string> others, bool isGrowing,
        CancellationToken cancellationToken)
    {
        var tables = await transaction.QueryAsync(
            Grown,
            reader => reader.GetString(0),
            cancellationToken,
            ("tables", among?.ToArray() ?? (object)DBNull.Value),
            ("others", others.ToArray()));
        if (tables.Count == 0) return tables;
        isGrowing = isGrowing
            && (await transaction.QueryAsync(IsGrowing, reader => reader.GetBoolean(0), cancellationToken)).Single();
        if (isGrowing) await transaction.ExecuteAsync(SampleLittle, cancellationToken);
        await transaction.ExecuteAsync($"analyze {string.Join(", ", tables)}", cancellationToken);
        if (isGrowing) await transaction.ExecuteAsync(SampleAsUsual, cancellationToken);
        return tables;
    }

    /// <summary>Analyzes all that holds rows, each table by itself, where only little of it was looked at while it grew.</summary>
    /// <param name="others">The names of tables that are left alone.</param>
    public static async Task RefreshSampledAsync(
        NpgsqlConnection connection, IReadOnlyCollection<string> others, CancellationToken cancellationToken)
    {
        List<string> tables;
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            tables = await transaction.QueryAsync(
                Sampled, reader => reader.GetString(0), cancellationToken, ("others", others.ToArray()));
        }
        if (tables.Count == 0) return;
        await using var analyze = new NpgsqlCommand($"analyze {string.Join(", ", tables)}", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }
}
