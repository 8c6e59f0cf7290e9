using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Repositories;

/// <param name="Key">A key that is equal for all spellings of the same repository.</param>
public sealed record RepositoryRow(string Host, string Owner, string Name, string Key, string Url);

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
            .With("url", "text", row => row.Row.Url);

    // What is named by a former address is what it was renamed to.
    private const string Insert = """
        update incoming_repositories i
        set host = f.present_host, owner = f.present_owner, name = f.present_name, key = f.present_key, url = f.present_url
        from repository_renames f
        where f.key = i.key;

        insert into repositories (host, owner, name, key, url)
        select distinct on (key) host, owner, name, key, url
        from incoming_repositories
        order by key, number
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

    private const string Stored = "select r.id from incoming_repositories i join repositories r using (key) order by i.number";

    /// <returns>Their ids, one for each row, in the order of the rows.</returns>
    public static async Task<IReadOnlyList<long>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<RepositoryRow> repositories, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, repositories.Select((row, number) => (number, row)), cancellationToken);
        await transaction.ExecuteAsync(Insert, cancellationToken);
        await transaction.ExecuteAsync(Update, cancellationToken);
        return await transaction.QueryAsync(Stored, reader => reader.GetInt64(0), cancellationToken);
    }
}
