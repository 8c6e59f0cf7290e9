using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Repositories;

/// <param name="Key">A key that is equal for all spellings of the same repository.</param>
public sealed record RepositoryRow(string Host, string Owner, string Name, string Key, string Url);

/// <param name="Id">The id of the repository.</param>
/// <param name="FormerKey">The key of the address by which it was named, where it has another now.</param>
public sealed record StoredRepository(long Id, string? FormerKey);

/// <summary>Stores repositories. Of several spellings of one, that whose address sorts first is kept.</summary>
public static class RepositoryUpserts
{
    private static readonly StagingTable<(int Number, RepositoryRow Row)> Incoming =
        new StagingTable<(int Number, RepositoryRow Row)>("incoming_repositories")
            .With("number", "integer", row => row.Number)
            .With("host", "text", row => row.Row.Host)
            .With("owner", "text", row => row.Row.Owner)
            .With("name", "text", row => row.Row.Name)
            .With("key", "text", row => row.Row.Key)
            .With("url", "text", row => row.Row.Url)
            .With("former_key", "text", _ => (string?)null);

    // What is named by a former address is what it was renamed to.
    private const string Follow = """
        update repository_addresses a
        set owner = best.owner, name = best.name, url = best.url
        from (select distinct on (key) key, owner, name, url from incoming_repositories order by key, url collate "C") best
        where a.key = best.key and best.url collate "C" < a.url;

        update incoming_repositories i
        set host = present.host, owner = present.owner, name = present.name, key = present.key, url = present.url,
            former_key = nullif(i.key, present.key)
        from repository_addresses a
        join repository_addresses present on present.key = coalesce(a.present_key, a.key)
        where a.key = i.key
        """;

    private const string Insert = $"""
        {Follow};

        insert into repositories (id, host, owner, name, key, url)
        overriding system value
        select coalesce(a.former_id, nextval(pg_get_serial_sequence('repositories', 'id'))), i.host, i.owner, i.name, i.key, i.url
        from (select distinct on (key) * from incoming_repositories order by key, number) i
        left join repository_addresses a using (key)
        order by i.key
        on conflict (key) do nothing
        """;

    private const string Update = """
        update repositories r
        set owner = best.owner, name = best.name, url = best.url
        from (
            select distinct on (s.id) s.id, spelling.owner, spelling.name, spelling.url
            from incoming_repositories i
            join repositories s using (key)
            cross join lateral (values (i.owner, i.name, i.url), (s.owner, s.name, s.url)) spelling (owner, name, url)
            order by s.id, spelling.url collate "C"
        ) best
        where r.id = best.id and (r.owner, r.name, r.url) is distinct from (best.owner, best.name, best.url)
        """;

    private const string Stored =
        "select r.id, i.former_key from incoming_repositories i join repositories r using (key) order by i.number";

    /// <returns>What they are, one for each row, in the order of the rows.</returns>
    public static async Task<IReadOnlyList<StoredRepository>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<RepositoryRow> repositories, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, repositories.Select((row, number) => (number, row)), cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        return await transaction.QueryAsync(
            Stored,
            reader => new StoredRepository(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetString(1)),
            cancellationToken);
    }
}
