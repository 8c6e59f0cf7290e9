using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Concepts;

/// <param name="Former">The names as they are counted; null where they are not.</param>
/// <param name="Meanings">What they are counted as; null where they are not counted.</param>
/// <param name="Packed">The names as they are; null where the paper is gone.</param>
public sealed record ChangedNamesRow(long PaperId, byte[]? Former, byte[]? Meanings, byte[]? Packed, long Mentions);

/// <param name="Packed">See <see cref="StoredNames.Packed"/>.</param>
/// <param name="Meanings">See <see cref="Resolution.Meanings"/>.</param>
public sealed record CountedNamesRow(long PaperId, byte[] Packed, byte[] Meanings, long Mentions, int[] LookupKeys);

/// <summary>
/// Reads of the collection what counting a few more papers hangs on: rows of indexes that name it, however many there are.
/// </summary>
public static class CollectionReads
{
    private const string HasChanged = "select exists (select from changed_names)";

    private const string Changed = """
        select c.paper_id, c.former, r.meanings, n.packed, coalesce(n.mentions, 0) as mentions
        from changed_names c
        left join resolutions r on r.paper_id = c.paper_id
        left join paper_names n on n.paper_id = c.paper_id
        order by c.paper_id
        limit @limit
        """;

    private const string Records = "select key, packed, lookup_keys from name_records where key = any(@keys)";

    private const string Referring = "select key, packed, lookup_keys from name_records where lookup_keys && @references";

    private const string Papers = """
        select n.paper_id, n.packed, r.meanings, n.mentions, n.lookup_keys
        from paper_names n
        join resolutions r on r.paper_id = n.paper_id
        where n.lookup_keys && @references
            and r.meanings is not null
            and not exists (select from changed_names c where c.paper_id = n.paper_id)
        """;

    private const string ConceptIds = "select key, id from concepts where key = any(@keys)";

    // Of arrays the planner expects far more rows than have one of a few thousand values in common.
    private const string ByIndex = "set local enable_seqscan = off";
    private const string AsUsual = "set local enable_seqscan to default";

    public static async Task<bool> HasChangedAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(HasChanged, reader => reader.GetBoolean(0), cancellationToken)).Single();

    /// <summary>The papers whose names are not those that are counted, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<ChangedNamesRow>> ChangedAsync(
        NpgsqlTransaction transaction, int limit, CancellationToken cancellationToken) => await transaction.QueryAsync(
        Changed,
        reader => new ChangedNamesRow(
            reader.Value<long>("paper_id"), Bytes(reader, 1), Bytes(reader, 2), Bytes(reader, 3), reader.Value<long>("mentions")),
        cancellationToken,
        ("limit", limit));

    /// <summary>The records of some keys.</summary>
    public static Task<IReadOnlyList<NameRecordRow>> RecordsAsync(
        NpgsqlTransaction transaction, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        ReadAsync(transaction, Records, Record, ("keys", keys.ToArray()), cancellationToken);

    /// <summary>The records that refer to something.</summary>
    /// <param name="references">Values of <see cref="NameRecordRow.LookupKeys"/>.</param>
    public static Task<IReadOnlyList<NameRecordRow>> ReferringAsync(
        NpgsqlTransaction transaction, IEnumerable<int> references, CancellationToken cancellationToken) =>
        ReadAsync(transaction, Referring, Record, ("references", references.ToArray()), cancellationToken);

    /// <summary>Papers that are counted, and have not changed since.</summary>
    /// <param name="references">Values of <see cref="StoredNames.LookupKeys"/>.</param>
    public static Task<IReadOnlyList<CountedNamesRow>> PapersAsync(
        NpgsqlTransaction transaction, IEnumerable<int> references, CancellationToken cancellationToken) =>
        ReadAsync(
            transaction,
            Papers,
            reader => new CountedNamesRow(
                reader.GetInt64(0), Bytes(reader, 1)!, Bytes(reader, 2)!, reader.GetInt64(3), reader.GetFieldValue<int[]>(4)),
            ("references", references.ToArray()),
            cancellationToken);

    /// <summary>The ids of concepts by their keys.</summary>
    public static async Task<Dictionary<string, long>> ConceptIdsAsync(
        NpgsqlTransaction transaction, IEnumerable<string> keys, CancellationToken cancellationToken) =>
        (await ReadAsync(
            transaction, ConceptIds, reader => (Key: reader.GetString(0), Id: reader.GetInt64(1)), ("keys", keys.ToArray()),
            cancellationToken))
        .ToDictionary(concept => concept.Key, concept => concept.Id);

    private static async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(
        NpgsqlTransaction transaction, string sql, Func<NpgsqlDataReader, TRow> read, (string Name, Array Values) parameter,
        CancellationToken cancellationToken)
    {
        if (parameter.Values.Length == 0) return [];
        return await transaction.QueryAsync(
            $"{ByIndex}; {sql}; {AsUsual}", read, cancellationToken, (parameter.Name, parameter.Values));
    }

    private static NameRecordRow Record(NpgsqlDataReader reader) => new()
    {
        Key = reader.GetString(0),
        Packed = Bytes(reader, 1)!,
        LookupKeys = reader.IsDBNull(2) ? null : reader.GetFieldValue<int[]>(2),
    };

    private static byte[]? Bytes(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
