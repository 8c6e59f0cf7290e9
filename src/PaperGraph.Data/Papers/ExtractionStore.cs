using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;

namespace PaperGraph.Data.Papers;

/// <summary>The text of a paper as it is stored.</summary>
public sealed record StoredText(long PaperId, string Title, string? Abstract, long TextHash);

/// <summary>
/// Keeps account of which extractor has read which text of which paper, so that each text is read once, and again when it or
/// the extractor's version changes.
/// </summary>
public static class ExtractionStore
{
    /// <summary>After how many bytes of texts no other is given, so that a portion of long ones takes little memory.</summary>
    private const int MaxTextBytes = 8 << 20;

    private static readonly string Pending = $"""
        select id, title, abstract, text_hash
        from (
            select *, sum(bytes) over (order by id) - bytes as bytes_before
            from (
                select p.id, p.title, p.abstract, p.text_hash, octet_length(p.title) + coalesce(octet_length(p.abstract), 0) as bytes
                from papers p
                where p.id > @after
                    and not exists (
                        select from extractions e
                        where e.paper_id = p.id and e.extractor = @extractor and e.version = @version and e.text_hash = p.text_hash)
                order by p.id
                limit @limit
            ) pending
        ) summed
        where bytes_before < {MaxTextBytes}
        order by id
        """;

    // Nothing is waited for: a paper that is just being deleted, or has got another text, is none of these.
    private const string Present = """
        select p.id
        from unnest(@ids, @hashes) as read (id, text_hash)
        join papers p using (id, text_hash)
        order by p.id
        for key share of p skip locked
        """;

    private const string Mark = """
        insert into extractions as e (paper_id, extractor, version, text_hash)
        select id, @extractor, @version, text_hash
        from unnest(@ids, @hashes) as read (id, text_hash)
        on conflict (paper_id, extractor) do update
        set version = excluded.version, text_hash = excluded.text_hash
        where (e.version, e.text_hash) is distinct from (excluded.version, excluded.text_hash)
        """;

    private const string Digest = """
        select (select count(*) from papers), count(*), coalesce(bit_xor(hash_record_extended((paper_id, version, text_hash), 0)), 0)
        from extractions
        where extractor = @extractor
        """;

    private const string HasOtherVersions = """
        select exists (select from extractions where extractor = @extractor and version <> @version)
        """;

    private const string Forget = "delete from extractions where extractor = @extractor";

    /// <summary>Whether some papers were read by another version of an extractor last.</summary>
    public static async Task<bool> HasOtherVersionsAsync(
        NpgsqlTransaction transaction, string extractor, string version, CancellationToken cancellationToken)
    {
        var answers = await transaction.QueryAsync(
            HasOtherVersions, reader => reader.GetBoolean(0), cancellationToken, ("extractor", extractor), ("version", version));
        return answers.Single();
    }

    /// <summary>Makes all texts such as the extractor has yet to read.</summary>
    public static async Task ForgetAsync(NpgsqlTransaction transaction, string extractor, CancellationToken cancellationToken)
    {
        await transaction.TakeAllLocksAsync(cancellationToken);
        await transaction.ExecuteAsync(Forget, cancellationToken, ("extractor", extractor));
    }

    /// <summary>A digest of which texts of which papers an extractor has read: what it has found follows from that alone.</summary>
    public static async Task<long> DigestAsync(NpgsqlTransaction transaction, string extractor, CancellationToken cancellationToken)
    {
        var digests = await transaction.QueryAsync(
            Digest,
            reader => new RowDigest().Add(reader.GetInt64(0)).Add(reader.GetInt64(1)).Add(reader.GetInt64(2)).Take(),
            cancellationToken,
            ("extractor", extractor));
        return digests.Single();
    }

    /// <summary>Texts that have yet to be read, in the order of their papers' ids.</summary>
    /// <param name="after">The id behind which to begin: 0, then the last of the previous answer.</param>
    public static async Task<IReadOnlyList<StoredText>> PendingAsync(
        NpgsqlTransaction transaction, string extractor, string version, long after, int limit, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            Pending,
            reader => new StoredText(
                reader.Value<long>("id"), reader.Value<string>("title"), reader.TextOrNull("abstract"), reader.Value<long>("text_hash")),
            cancellationToken,
            ("extractor", extractor),
            ("version", version),
            ("after", after),
            ("limit", limit));

    /// <summary>
    /// Which of these texts are stored still: while papers are imported beside, they get other texts, and become one with others. Those
    /// that are present are not deleted before the transaction ends. It takes the lock of what is found.
    /// </summary>
    /// <param name="areMentions">Whether mentions are found, which are stored beside papers; else it is the write lock.</param>
    public static async Task<IReadOnlySet<long>> PresentAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<StoredText> texts, bool areMentions, CancellationToken cancellationToken)
    {
        if (areMentions) await transaction.TakeMentionLockAsync(cancellationToken);
        else await transaction.TakeWriteLockAsync(cancellationToken);
        var present = await transaction.QueryAsync(Present, reader => reader.GetInt64(0), cancellationToken, Arrays(texts));
        return present.ToHashSet();
    }

    /// <summary>Notes that texts were read that are present, in the transaction that stores what was found in them.</summary>
    public static Task MarkAsync(
        NpgsqlTransaction transaction,
        string extractor,
        string version,
        IReadOnlyCollection<StoredText> texts,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Mark, cancellationToken, [("extractor", extractor), ("version", version), .. Arrays(texts)]);

    private static (string, object)[] Arrays(IReadOnlyCollection<StoredText> texts) =>
        [("ids", texts.Select(text => text.PaperId).ToArray()), ("hashes", texts.Select(text => text.TextHash).ToArray())];
}
