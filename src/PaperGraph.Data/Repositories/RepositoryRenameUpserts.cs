using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Papers;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Repositories;

/// <param name="Former">The address that the repository had.</param>
/// <param name="Present">The address that it has; the same where the source says that it was not renamed.</param>
/// <param name="Seen">The first and the last time when this was so; null where nobody states it.</param>
public sealed record RepositoryRenameRow(RepositoryRow Former, RepositoryRow Present, string Source, WrittenSpan? Seen = null);

/// <summary>
/// Stores what sources say of renamed repositories, and makes one of those that are stored under several addresses; those that a later
/// observation tells apart come apart again, each with the papers that name it. Which are one follows from all that is said
/// (<see cref="PresentAddresses"/>), and what each paper names from its evidence.
/// </summary>
public static class RepositoryRenameUpserts
{
    private static readonly StagingTable<RepositoryRenameRow> Incoming = new StagingTable<RepositoryRenameRow>("incoming_renames")
        .With("key", "text", row => row.Former.Key)
        .With("host", "text", row => row.Former.Host)
        .With("owner", "text", row => row.Former.Owner)
        .With("name", "text", row => row.Former.Name)
        .With("url", "text", row => row.Former.Url)
        .With("present_key", "text", row => row.Present.Key)
        .With("present_host", "text", row => row.Present.Host)
        .With("present_owner", "text", row => row.Present.Owner)
        .With("present_name", "text", row => row.Present.Name)
        .With("present_url", "text", row => row.Present.Url)
        .With("source", "text", row => row.Source)
        .With("first_observed_at", "timestamp with time zone", row => row.Seen?.First.ToUniversalTime())
        .With("last_observed_at", "timestamp with time zone", row => row.Seen?.Last.ToUniversalTime());

    private static readonly StagingTable<ResolvedAddress> Resolved = new StagingTable<ResolvedAddress>("resolved_addresses")
        .With("key", "text", row => row.Key)
        .With("present_key", "text", row => row.PresentKey)
        .With("source", "text", row => row.Source);

    // An address and its repository are spelled alike, whoever spelled it first.
    private const string StoreAddresses = """
        insert into repository_addresses (key, host, owner, name, url)
        select distinct on (key) key, host, owner, name, url
        from (
            select key, host, owner, name, url from incoming_renames
            union all
            select present_key, present_host, present_owner, present_name, present_url from incoming_renames
            union all
            select r.key, r.host, r.owner, r.name, r.url
            from repositories r
            where r.key = any (array(select key from incoming_renames union select present_key from incoming_renames))
        ) spelling
        order by key, url collate "C"
        on conflict (key) do update
        set owner = excluded.owner, name = excluded.name, url = excluded.url
        where excluded.url collate "C" < repository_addresses.url;

        update repositories r
        set owner = a.owner, name = a.name, url = a.url
        from repository_addresses a
        where r.key = a.key
            and a.key = any (array(select key from incoming_renames union select present_key from incoming_renames))
            and a.url collate "C" < r.url
        """;

    private const string Store = """
        insert into repository_renames as r (key, present_key, source, first_observed_at, last_observed_at)
        select key, present_key, source, min(first_observed_at), max(last_observed_at)
        from incoming_renames
        group by key, present_key, source
        on conflict (key, present_key, source) do update
        set first_observed_at = least(r.first_observed_at, excluded.first_observed_at),
            last_observed_at = greatest(r.last_observed_at, excluded.last_observed_at)
        where excluded.first_observed_at is not null
            and (
                r.first_observed_at is null or excluded.first_observed_at < r.first_observed_at
                or excluded.last_observed_at > r.last_observed_at)
        """;

    private const string Load = """
        with recursive touched (key) as (
            select key from incoming_renames
            union
            select next.key
            from touched t
            cross join lateral (
                select r.present_key as key from repository_renames r where r.key = t.key
                union all
                select r.key from repository_renames r where r.present_key = t.key
            ) next
        )
        select r.key, r.present_key, r.source, r.first_observed_at, r.last_observed_at
        from repository_renames r
        where r.key = any (array(select key from touched))
        """;

    private const string LoadAll = "select key, present_key, source, first_observed_at, last_observed_at from repository_renames";

    private const string Move = """
        create temporary table if not exists moved_addresses (key text, former_key text, present_key text);
        truncate moved_addresses;

        insert into moved_addresses
        select a.key, coalesce(a.present_key, a.key), coalesce(n.present_key, a.key)
        from resolved_addresses n
        join repository_addresses a using (key)
        where a.present_key is distinct from n.present_key;

        update repository_addresses a
        set present_key = n.present_key, source = n.source
        from resolved_addresses n
        where a.key = n.key and (a.present_key, a.source) is distinct from (n.present_key, n.source);

        create temporary table if not exists moved_evidence (paper_id bigint, id bigint, key text, present_key text);
        truncate moved_evidence;

        insert into moved_evidence
        select e.paper_id, e.id, m.key, m.present_key
        from moved_addresses m
        join repositories r on r.key = m.former_key
        join paper_repositories p on p.repository_id = r.id
        join evidence e on e.paper_id = p.paper_id and e.repository_id = r.id
        where coalesce(e.former_key, r.key) = m.key
        """;

    private const string Papers = "select paper_id from moved_evidence";

    private const string MoveEvidence = """
        insert into repositories (id, host, owner, name, key, url)
        overriding system value
        select coalesce(a.former_id, nextval(pg_get_serial_sequence('repositories', 'id'))), a.host, a.owner, a.name, a.key, a.url
        from repository_addresses a
        where a.key = any (array(select present_key from moved_evidence))
            and not exists (select from repositories r where r.key = a.key);

        insert into paper_repositories (paper_id, repository_id, published_order)
        select distinct p.id, r.id, p.published_order
        from moved_evidence moved
        join repositories r on r.key = moved.present_key
        join papers p on p.id = moved.paper_id
        on conflict do nothing;

        update evidence e
        set repository_id = r.id, former_key = nullif(moved.key, moved.present_key)
        from moved_evidence moved
        join repositories r on r.key = moved.present_key
        where (e.paper_id, e.id) = (moved.paper_id, moved.id)
        """;

    // What was moved away from, and is named by no paper: another row has its place, or nothing names its address.
    private const string DropRows = """
        with left_alone as (
            delete from repositories r
            where r.key = any (array(select former_key from moved_addresses))
                and not exists (select from paper_repositories p where p.repository_id = r.id)
            returning r.key, r.id
        )
        update repository_addresses a
        set former_id = left_alone.id
        from left_alone
        where a.key = left_alone.key
        """;

    /// <returns>How many were not stored, or not as seen so early or so late.</returns>
    public static async Task<int> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<RepositoryRenameRow> renames, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, renames, cancellationToken);
        await transaction.ExecuteAsync(StoreAddresses, cancellationToken);
        var stored = await transaction.ExecuteAsync(Store, cancellationToken);
        if (stored == 0) return 0;

        await ResolveAsync(transaction, Load, cancellationToken);
        return stored;
    }

    /// <summary>Makes all addresses lead where the rules say, of all that is stored: where they were resolved by other rules.</summary>
    public static async Task ResolveAgainAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await ResolveAsync(transaction, LoadAll, cancellationToken);
    }

    private static async Task ResolveAsync(NpgsqlTransaction transaction, string load, CancellationToken cancellationToken)
    {
        var said = await transaction.QueryAsync(load, Read, cancellationToken);
        if (said.Count == 0) return;
        await Resolved.FillAsync(transaction, PresentAddresses.Resolve(said.SelectMany(times => times)), cancellationToken);
        await transaction.ExecuteAsync(Move, cancellationToken);

        await PaperCounts.BeginAsync(transaction, Papers, cancellationToken);
        var moved = await transaction.ExecuteAsync(MoveEvidence, cancellationToken);
        if (moved > 0) await StageStateStore.AdvanceReadingAsync(transaction, cancellationToken);
        await EvidenceUpserts.UpdateRepositoriesAsync(transaction, Papers, cancellationToken);
        await EdgeMaintenance.DropUnprovenAsync(transaction, Papers, cancellationToken);
        await PaperCounts.ApplyAsync(transaction, Papers, cancellationToken);
        await transaction.ExecuteAsync(DropRows, cancellationToken);
    }

    /// <summary>The first observation of a rename, and the last.</summary>
    private static IReadOnlyList<ObservedRename> Read(NpgsqlDataReader reader)
    {
        var last = new ObservedRename(
            reader.Value<string>("key"),
            reader.Value<string>("present_key"),
            reader.Value<string>("source"),
            reader.ValueOrNull<DateTimeOffset>("last_observed_at"));
        var first = reader.ValueOrNull<DateTimeOffset>("first_observed_at");
        return first == last.ObservedAt ? [last] : [last with { ObservedAt = first }, last];
    }
}
