using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Concepts;

/// <summary>Stores what is known of keys, in the transaction that stores what follows from it.</summary>
public static class NameRecordUpserts
{
    private static readonly StagingTable<NameRecordRow> Incoming = new StagingTable<NameRecordRow>("incoming_name_records")
        .With("key", "text", record => record.Key)
        .With("packed", "bytea", record => record.Packed)
        .With("lookup_keys", "integer[]", record => record.LookupKeys);

    private const string Delete = "delete from name_records where key = any(@keys)";

    private const string Upsert = """
        insert into name_records (key, packed, lookup_keys)
        select key, packed, lookup_keys
        from incoming_name_records
        order by key collate "C"
        on conflict (key) do update set packed = excluded.packed, lookup_keys = excluded.lookup_keys
        """;

    private const string Empty = "truncate name_records";

    private const string Counted = """
        delete from resolutions r
        using changed_names c
        where r.paper_id = c.paper_id and not exists (select from paper_names n where n.paper_id = c.paper_id);
        delete from changed_names
        """;

    /// <param name="gone">Keys of which nothing is known any more.</param>
    public static async Task UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<NameRecordRow> records, IReadOnlyList<string> gone,
        CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        if (gone.Count > 0) await transaction.ExecuteAsync(Delete, cancellationToken, ("keys", gone.ToArray()));
        await Incoming.FillAsync(transaction, records, cancellationToken);
        await transaction.ExecuteAsync(Upsert, cancellationToken);
    }

    /// <summary>Stores these in place of all that is known: the collection was counted from the first paper on.</summary>
    /// <param name="records">Taken one by one; each key once, best in ordinal order.</param>
    public static async Task ReplaceAllAsync(
        NpgsqlTransaction transaction, IEnumerable<NameRecordRow> records, CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        await transaction.ExecuteAsync(Empty, cancellationToken);
        await AddAsync(transaction, records, cancellationToken);
    }

    /// <summary>Stores records of keys of which nothing is stored, in a transaction that has the write lock.</summary>
    /// <param name="records">Best in ordinal order.</param>
    public static Task AddAsync(
        NpgsqlTransaction transaction, IEnumerable<NameRecordRow> records, CancellationToken cancellationToken) =>
        Incoming.CopyIntoAsync(transaction, "name_records", records, cancellationToken);

    /// <summary>Notes that all names are counted as they are.</summary>
    public static Task SetCountedAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Counted, cancellationToken);
}
