using Npgsql;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Imports;

/// <summary>What a run has done so far.</summary>
public sealed record ImportCounts(int Pages = 0, int PapersAdded = 0, int PapersChanged = 0, int ListingsAdded = 0, int Problems = 0);

/// <summary>Keeps the record of import runs.</summary>
public static class ImportRuns
{
    /// <summary>Where the end of a run is announced, with its id; see <see cref="ImportNews"/>.</summary>
    public const string Channel = "papergraph_imports";

    private const int Locks = 7247433;

    private const string Begin = """
        insert into import_runs (started_at, state, sources, pages, papers_added, papers_changed, listings_added, problems)
        values (@now, 'RUNNING', @sources, 0, 0, 0, 0, 0)
        returning id
        """;

    private const string Lock = "select pg_advisory_lock(@locks, @id)";

    private const string UnlockAndAnnounce = $"select pg_advisory_unlock(@locks, @id), pg_notify('{Channel}', @id::text)";

    private const string Record = """
        update import_runs
        set state = @state, finished_at = greatest(@now, started_at), pages = @pages, papers_added = @papers_added,
            papers_changed = @papers_changed, listings_added = @listings_added, problems = @problems
        where id = @id
        """;

    // A run holds its lock as long as its process lives.
    private const string MarkInterrupted = """
        with running as materialized (
            select id from import_runs where state = 'RUNNING'
        ), left_behind as materialized (
            select id from running where pg_try_advisory_xact_lock(@locks, id::integer)
        )
        update import_runs r
        set state = 'INTERRUPTED', finished_at = greatest(@now, r.started_at)
        from left_behind l
        where r.id = l.id
        """;

    /// <summary>
    /// Begins a run, and marks as interrupted those whose process is gone. The run is held to be alive as long as the connection
    /// stays open; the connection is for this alone.
    /// </summary>
    /// <returns>The id of the run.</returns>
    public static async Task<long> BeginAsync(
        NpgsqlConnection connection, IReadOnlyList<string> sources, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await MarkInterruptedAsync(connection, now, cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var begin = new NpgsqlCommand(Begin, connection, transaction);
        begin.Parameters.AddWithValue("now", now.ToUniversalTime());
        begin.Parameters.AddWithValue("sources", sources.ToArray());
        var id = (long)(await begin.ExecuteScalarAsync(cancellationToken))!;
        await ExecuteAsync(connection, Lock, id, cancellationToken);
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
        await using var record = new NpgsqlCommand(Record, connection);
        record.Parameters.AddWithValue("id", id);
        record.Parameters.AddWithValue("state", StoredName.Of(state));
        record.Parameters.AddWithValue("now", now.ToUniversalTime());
        record.Parameters.AddWithValue("pages", counts.Pages);
        record.Parameters.AddWithValue("papers_added", counts.PapersAdded);
        record.Parameters.AddWithValue("papers_changed", counts.PapersChanged);
        record.Parameters.AddWithValue("listings_added", counts.ListingsAdded);
        record.Parameters.AddWithValue("problems", counts.Problems);
        await record.ExecuteNonQueryAsync(cancellationToken);
        await ExecuteAsync(connection, UnlockAndAnnounce, id, cancellationToken);
    }

    /// <summary>The id of the run that began last; null where there was none.</summary>
    public static async Task<long?> LastAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var last = new NpgsqlCommand("select max(id) from import_runs", transaction.Connection, transaction);
        return await last.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>Marks the runs as interrupted that are recorded as running and whose process is gone.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> MarkInterruptedAsync(
        NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var mark = new NpgsqlCommand(MarkInterrupted, connection);
        mark.Parameters.AddWithValue("locks", Locks);
        mark.Parameters.AddWithValue("now", now.ToUniversalTime());
        return await mark.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, long id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("locks", Locks);
        command.Parameters.AddWithValue("id", checked((int)id));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
