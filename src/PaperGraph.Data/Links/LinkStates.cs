using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Links;

/// <summary>Tells what has to be linked anew.</summary>
public static class LinkStates
{
    // Concepts, and what papers have of them, follow from what the stage before has seen. No row is there twice: an exclusive or
    // would lose it.
    private const string Seen = """
        select
            (select coalesce(bit_xor(hash_record_extended((s.version, s.seen), 0)), 0) from stage_states s where s.stage = 'RESOLVING'),
            (select coalesce(bit_xor(hash_record_extended((p.id, p.identity, p.text_hash), 0)), 0) from papers p),
            (select coalesce(bit_xor(hash_record_extended((o.paper_id, o.organization_id, o.role), 0)), 0) from paper_organizations o),
            (select coalesce(bit_xor(hash_record_extended((o.id, o.slug), 0)), 0) from organizations o),
            (select coalesce(bit_xor(hash_record_extended((r.paper_id, r.repository_id), 0)), 0) from paper_repositories r),
            (select coalesce(bit_xor(hash_record_extended((r.id, r.key), 0)), 0) from repositories r)
        """;

    private const string Stored = "select paper_id, features, rarity, floor from link_states";

    private const string LinkedTo = "select distinct paper_id from links where related_id = any(@papers)";

    // A link went with its paper: the ranks have a gap, or a list that was full is so no more.
    private const string Incomplete = """
        select s.paper_id
        from link_states s
        left join (select paper_id, count(*) as links, max(rank) as last from links group by paper_id) l using (paper_id)
        where l.links <> l.last or s.floor is not null and coalesce(l.links, 0) < @most
        """;

    private const string ForgetRemoved = "delete from link_states s where not exists (select from papers p where p.id = s.paper_id)";

    /// <summary>A digest of all that papers are linked by.</summary>
    public static async Task<long> DigestAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var digests = await transaction.QueryAsync(
            Seen,
            reader => Enumerable.Range(0, reader.FieldCount)
                .Aggregate(new RowDigest(), (digest, i) => digest.Add(reader.GetInt64(i))).Take(),
            cancellationToken);
        return digests.Single();
    }

    /// <summary>What the papers were linked by, also those that are gone since.</summary>
    public static async Task<IReadOnlyList<LinkState>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Stored,
            reader => new LinkState
            {
                PaperId = reader.Value<long>("paper_id"),
                Features = reader.Value<long>("features"),
                Rarity = reader.Value<long>("rarity"),
                Floor = reader.ValueOrNull<float>("floor"),
            },
            cancellationToken);

    /// <summary>The papers that have one of some papers among their links, or had one of those that are gone.</summary>
    public static async Task<IReadOnlySet<long>> FindLinkedAsync(
        NpgsqlTransaction transaction, IReadOnlyList<long> changed, IReadOnlyList<long> gone, CancellationToken cancellationToken)
    {
        var papers = await transaction.QueryAsync(LinkedTo, reader => reader.GetInt64(0), cancellationToken, ("papers", changed.ToArray()));
        if (gone.Count > 0)
            papers.AddRange(await transaction.QueryAsync(
                Incomplete, reader => reader.GetInt64(0), cancellationToken, ("most", LinkMapping.MaxLinks)));
        return papers.ToHashSet();
    }

    /// <summary>Makes some papers such as were never linked.</summary>
    public static Task ForgetAsync(NpgsqlTransaction transaction, IReadOnlyCollection<long> papers, CancellationToken cancellationToken) =>
        papers.Count == 0
            ? Task.CompletedTask
            : transaction.ExecuteAsync(
                "delete from link_states where paper_id = any(@papers)", cancellationToken, ("papers", papers.ToArray()));

    /// <summary>Keeps nothing any longer of papers that are gone.</summary>
    public static Task ForgetRemovedAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(ForgetRemoved, cancellationToken);
}
