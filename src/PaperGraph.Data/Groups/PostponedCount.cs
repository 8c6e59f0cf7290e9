using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Imports;
using PaperGraph.Data.Search;

namespace PaperGraph.Data.Groups;

/// <summary>
/// Counts what an import stores once, when that ends, where it is the first or brings most of the papers; not at each of its commits, where
/// a paper would be counted as often as a stage adds something to it. So are names to be searched for made once. A mark in
/// <c>stage_states</c> goes in the transaction that counts all papers; while it stands nobody counts, and what was counted before stays.
/// Where the import was cut off, whoever opens the database next counts, or the next import does.
/// </summary>
public static class PostponedCount
{
    /// <summary>
    /// The version of <see cref="Stages.DerivingStage.Everything"/> while papers may be uncounted; what it has seen is the import run that
    /// counts them in the end.
    /// </summary>
    public const string Mark = "UNCOUNTED";

    /// <summary>Whether nobody is to count now; part of the triggers.</summary>
    public const string IsPostponed = $"exists (select from stage_states where stage = 'EVERYTHING' and version = '{Mark}')";

    /// <summary>Shared until its end by a transaction that leaves papers uncounted, so that whoever counts all papers sees them.</summary>
    internal const string Lock = "7247433004";

    private const string Postpone = $"""
        insert into stage_states (stage, version, seen)
        select 'EVERYTHING', '{Mark}', @run
        where not @of_none or not exists (select from papers)
        on conflict (stage) do update set version = excluded.version, seen = excluded.seen
        """;

    private const string IsMarked = $"select {IsPostponed}";

    private static readonly string IsLeft = $"""
        select pg_try_advisory_xact_lock({ImportRunStore.Locks}, seen::integer)
        from stage_states
        where stage = 'EVERYTHING' and version = '{Mark}'
        """;

    // Nobody counts meanwhile, and whoever has waited counts by what is there then. Rows are deleted: readers would wait for a truncation.
    private static readonly string Count = $"""
        select pg_advisory_xact_lock({GroupCountsSql.Lock});
        delete from group_memberships;
        delete from group_counts;
        delete from group_totals;
        delete from coverage_counts;
        delete from group_hubs;
        delete from hub_counts;
        delete from search_names;
        {GroupCountsFill.WhereNoneIsCounted}
        {SearchNamesSql.FillWhereNoneIs}
        set local work_mem to default;
        delete from stage_states where stage = 'EVERYTHING'
        """;

    /// <summary>Postpones all counting to the end of a run where no paper is stored.</summary>
    /// <returns>Whether it did.</returns>
    public static async Task<bool> TryPostponeAsync(NpgsqlConnection connection, long run, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.TakeWriteLockAsync(cancellationToken);
        var isFirst = await transaction.ExecuteAsync(Postpone, cancellationToken, ("run", run), ("of_none", true)) > 0;
        await transaction.CommitAsync(cancellationToken);
        return isFirst;
    }

    /// <summary>Postpones all counting to the end of a run from the end of this transaction on, which holds the write lock.</summary>
    internal static Task PostponeAsync(NpgsqlTransaction transaction, long run, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Postpone, cancellationToken, ("run", run), ("of_none", false));

    /// <summary>
    /// Counts all papers where that was postponed, in a transaction that the caller commits. It waits for whoever left papers uncounted,
    /// and not for the write lock: what papers are counted by is whole before they are linked.
    /// </summary>
    public static async Task CompleteAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var isMarked = await transaction.QueryAsync(IsMarked, reader => reader.GetBoolean(0), cancellationToken);
        if (!isMarked.Single()) return;
        // Statements sent together wait together: those that count have to begin when every transaction that counted nothing has ended.
        await transaction.ExecuteAsync($"select pg_advisory_xact_lock({Lock})", cancellationToken);
        await transaction.ExecuteAsync(Count, cancellationToken);
    }

    /// <summary>Counts what an import has left uncounted whose process is gone.</summary>
    public static async Task CompleteWhatIsLeftAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await transaction.QueryAsync(IsLeft, reader => reader.GetBoolean(0), cancellationToken) is not [true]) return;
        await CompleteAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
