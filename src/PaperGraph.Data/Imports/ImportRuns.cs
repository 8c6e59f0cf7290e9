using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Imports;

/// <summary>What a run has done so far.</summary>
public sealed record ImportCounts(int Pages = 0, int PapersAdded = 0, int PapersChanged = 0, int ListingsAdded = 0, int Problems = 0);

/// <summary>Keeps the record of import runs.</summary>
public static class ImportRuns
{
    /// <summary>Where the end of a run is announced, with its id; see <see cref="ImportNotifications"/>.</summary>
    public const string Channel = "papergraph_imports";

    private const int Locks = 7247433;

    // A run holds its lock as long as its process lives.
    private const string MarkInterrupted = """
        update import_runs
        set state = 'INTERRUPTED', finished_at = greatest(started_at, @now)
        where state = 'RUNNING' and pg_try_advisory_xact_lock(@locks, id::integer)
        """;

    private const string Insert = """
        insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
        values (@now, 'RUNNING', @sources, 0, 0, 0, 0, 0)
        returning id
        """;

    private const string TakeLock = "select pg_advisory_lock(@locks, @id)";

    private const string ReleaseLock = "select pg_advisory_unlock(@locks, @id)";

    // A clock that was set back meanwhile does not let the run end before it began.
    private const string Update = """
        update import_runs
        set state = @state, finished_at = greatest(started_at, @now), pages = @pages, papers_added = @papers_added,
            papers_changed = @papers_changed, listings_added = @listings_added, problems = @problems
        where id = @id
        """;

    private const string Announce = "select pg_notify(@channel, @id::text)";

    private const string HasOthers = "select exists (select from import_runs where state = 'DONE' or sources <> @sources)";

    private const string Last = "select id from import_runs order by id desc limit 1";

    /// <summary>
    /// Begins a run, and marks as interrupted those whose process is gone. The run is held to be alive as long as the connection
    /// stays open; the connection is for this alone.
    /// </summary>
    /// <returns>The id of the run.</returns>
    public static async Task<long> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<string> sources, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.ExecuteAsync(MarkInterrupted, cancellationToken, ("now", now.ToUniversalTime()), ("locks", Locks));
        var ids = await transaction.QueryAsync(
            Insert, reader => reader.GetInt64(0), cancellationToken, ("now", now.ToUniversalTime()), ("sources", sources.ToArray()));
        var id = ids.Single();
        await transaction.ExecuteAsync(TakeLock, cancellationToken, ("locks", Locks), ("id", GetLockKey(id)));
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Ends a run, and announces that.</summary>
    /// <param name="state">Any but <see cref="ImportState.Running"/>.</param>
    public static async Task EndAsync(
        NpgsqlConnection connection,
        long id,
        ImportState state,
        ImportCounts counts,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await transaction.ExecuteAsync(
                Update,
                cancellationToken,
                ("id", id),
                ("state", StoredName.For(state)),
                ("now", now.ToUniversalTime()),
                ("pages", counts.Pages),
                ("papers_added", counts.PapersAdded),
                ("papers_changed", counts.PapersChanged),
                ("listings_added", counts.ListingsAdded),
                ("problems", counts.Problems));
            await transaction.ExecuteAsync(Announce, cancellationToken, ("channel", Channel), ("id", id));
            await transaction.CommitAsync(cancellationToken);
        }
        await using var after = await connection.BeginTransactionAsync(cancellationToken);
        await after.ExecuteAsync(ReleaseLock, cancellationToken, ("locks", Locks), ("id", GetLockKey(id)));
        await after.CommitAsync(cancellationToken);
    }

    /// <summary>The id of the run that began last; null where there was none.</summary>
    public static async Task<long?> LastAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var ids = await transaction.QueryAsync(Last, reader => reader.GetInt64(0), cancellationToken);
        return ids.Count > 0 ? ids[0] : null;
    }

    /// <summary>Whether nothing but these sources was ever imported, and that not to its end.</summary>
    public static async Task<bool> HaveOnlyFailedAsync(
        NpgsqlDataSource dataSource, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        await using var ask = dataSource.CreateCommand(HasOthers);
        ask.Parameters.AddWithValue("sources", sources.ToArray());
        return !(bool)(await ask.ExecuteScalarAsync(cancellationToken))!;
    }

    private static int GetLockKey(long run) => checked((int)run);
}
