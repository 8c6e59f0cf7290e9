using Npgsql;

namespace PaperGraph.Data.Bulk;

/// <summary>Statements inside a transaction that somebody else begins and ends.</summary>
internal static class TransactionCommands
{
    /// <returns>The number of rows that the statement changed.</returns>
    public static async Task<int> ExecuteAsync(
        this NpgsqlTransaction transaction,
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters)
    {
        await using var command = transaction.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<List<TRow>> QueryAsync<TRow>(
        this NpgsqlTransaction transaction,
        string sql,
        Func<NpgsqlDataReader, TRow> read,
        CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters)
    {
        await using var command = transaction.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Takes the next <paramref name="count"/> ids of a table's sequence.</summary>
    public static Task<List<long>> NewIdsAsync(
        this NpgsqlTransaction transaction, string table, int count, CancellationToken cancellationToken) =>
        transaction.QueryAsync(
            "select nextval(pg_get_serial_sequence(@table, 'id')) from generate_series(1, @count)",
            reader => reader.GetInt64(0),
            cancellationToken,
            ("table", table),
            ("count", count));

    /// <summary>
    /// Lets one transaction at a time write papers and what belongs to them, so that imports at once neither collide nor wait
    /// for each other in a circle; mentions have a lock of their own. Reading goes on. Freed when the transaction ends; taking it again is
    /// harmless.
    /// </summary>
    public static Task TakeWriteLockAsync(this NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("select pg_advisory_xact_lock(7247433002)", cancellationToken);

    /// <summary>
    /// Lets one transaction at a time write <see cref="Concepts.MentionUpserts.Tables"/>, also beside one that has the write lock alone.
    /// Who needs both takes that one first. Who has this one alone locks no table but these and no row but theirs and, where nobody has
    /// it, a paper's: so it never waits for whoever has the write lock, who may wait for it.
    /// </summary>
    public static Task TakeMentionLockAsync(this NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("select pg_advisory_xact_lock(7247433005)", cancellationToken);

    /// <summary>Takes both locks: nothing else is written until the transaction ends.</summary>
    public static async Task TakeAllLocksAsync(this NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.TakeMentionLockAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(this NpgsqlTransaction transaction, string sql, (string Name, object Value)[] parameters)
    {
        // No time limit: waiting for the write lock, or a statement over the whole collection, takes as long as it takes.
        var command = new NpgsqlCommand(sql, transaction.Connection, transaction) { CommandTimeout = 0 };
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
