using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Links;

/// <summary>Reads what tells which papers have to be linked anew.</summary>
public static class LinkStateReads
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

    private const string Stored = "select paper_id, features, rarity, floor from related_papers";

    // A paper that was deleted leaves no trace but an id that is not found, or a list that was full and is so no more.
    private const string Linked = """
        select distinct r.paper_id
        from related_papers r
        cross join lateral unnest(r.related_ids) related(id)
        left join papers p on p.id = related.id
        where related.id = any(@papers) or p.id is null
        union
        select r.paper_id
        from related_papers r
        where r.floor is not null and cardinality(r.related_ids) < @most
        """;

    /// <summary>Computes a digest of all that papers are linked by.</summary>
    public static async Task<long> DigestAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var digests = await transaction.QueryAsync(
            Seen,
            reader => Enumerable.Range(0, reader.FieldCount)
                .Aggregate(new RowDigest(), (digest, i) => digest.Add(reader.GetInt64(i))).Take(),
            cancellationToken);
        return digests.Single();
    }

    /// <summary>Reads what each paper was linked by.</summary>
    public static async Task<IReadOnlyList<LinkState>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Stored,
            reader => new LinkState(
                reader.Value<long>("paper_id"),
                reader.Value<long>("features"),
                reader.Value<long>("rarity"),
                reader.ValueOrNull<float>("floor")),
            cancellationToken);

    /// <summary>The papers that have one of some papers among their links, or had one that is gone.</summary>
    public static async Task<IReadOnlySet<long>> FindLinkedAsync(
        NpgsqlTransaction transaction, IReadOnlyList<long> changed, CancellationToken cancellationToken)
    {
        var papers = await transaction.QueryAsync(
            Linked,
            reader => reader.GetInt64(0),
            cancellationToken,
            ("papers", changed.ToArray()),
            ("most", RelatedPaperListMapping.MaxRelated));
        return papers.ToHashSet();
    }
}
