using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Groups;

/// <summary>
/// Counts what the first import stores once, when that ends, and not at each of its commits, where a paper would be counted as often as a
/// stage adds something to it. Until then <c>group_counts</c> and what stands beside it are empty. Where the import was cut off, whoever
/// opens the database next counts what is there, or the import that goes on from there does.
/// </summary>
public static class FirstCount
{
    /// <summary>Shared by the sessions that count later, for as long as they last.</summary>
    private const string Lock = "7247433004";

    // Ids grow, and each paper that is counted has its row: an import that was cut off leaves the first paper without one, or the last.
    private const string IsLeft = """
        exists (
            select from (select min(id) as first, max(id) as last from papers) ends
            where exists (select from papers)
                and (not exists (select from group_memberships where paper_id = ends.first)
                    or not exists (select from group_memberships where paper_id = ends.last)))
        """;

    // Nor does a commit wait for the disk: nothing is told to be stored before the run is recorded as ended, by another connection, which
    // waits for all that was committed before.
    private const string Later =
        "set_config('papergraph.group_counts', 'postponed', false), set_config('synchronous_commit', 'off', false)";

    private const string Postpone = $"""
        select pg_advisory_lock_shared({Lock}), {Later}
        from (select 1) one
        where not exists (select from papers) or {IsLeft}
        """;

    private const string PostponeToo = $"select {Later}";

    private const string MayComplete = $"select case when {IsLeft} then pg_try_advisory_xact_lock({Lock}) else false end";

    // Nobody counts meanwhile, and whoever has waited counts by what is there then. Rows are deleted: readers would wait for a truncation.
    private static readonly string Count = $"""
        select pg_advisory_xact_lock({GroupCountsSql.Lock});
        delete from group_memberships;
        delete from group_counts;
        delete from group_totals;
        delete from coverage_counts;
        {GroupCountsFill.WhereNoneIsCounted}
        set local work_mem to default
        """;

    /// <summary>Begins to count later in this session where no paper is counted.</summary>
    /// <returns>Whether it does; the caller then has to call <see cref="CompleteAsync"/> in the end.</returns>
    public static async Task<bool> TryPostponeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await transaction.QueryAsync(Postpone, reader => reader.GetString(1), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count > 0;
    }

    /// <summary>Counts later in this session as in the one of the caller's that began to.</summary>
    public static async Task PostponeTooAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.ExecuteAsync(PostponeToo, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Counts all papers, in a transaction that the caller commits.</summary>
    public static async Task CompleteAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.ExecuteAsync(Count, cancellationToken);
    }

    /// <summary>Counts what an import has left uncounted whose process is gone.</summary>
    public static async Task CompleteWhatIsLeftAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var may = await transaction.QueryAsync(MayComplete, reader => reader.GetBoolean(0), cancellationToken);
        if (!may.Single()) return;
        await CompleteAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
