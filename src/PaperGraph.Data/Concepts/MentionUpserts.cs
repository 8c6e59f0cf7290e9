using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Stages;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>
/// Replaces the mentions, abbreviations and names of papers. A mention whose key stays keeps the concept that was decided on. What was
/// never found in a paper before goes into the tables as it comes.
/// </summary>
public static class MentionUpserts
{
    /// <summary>The names of the tables that are written while papers are, under a lock of their own.</summary>
    internal static IReadOnlyList<string> Tables { get; } = ["abbreviations", "changed_names", "extractions", "mentions", "paper_names"];

    private static readonly StagingTable<StoredNames> Papers = new StagingTable<StoredNames>("mentioning_papers")
        .With("paper_id", "bigint", paper => paper.PaperId)
        .With("mentions", "bigint", paper => paper.Mentions)
        .With("packed", "bytea", paper => paper.Packed)
        .With("lookup_keys", "integer[]", paper => paper.LookupKeys);

    /// <summary>The columns of <c>mentions</c> that are known before it is resolved what they mean.</summary>
    private static readonly StagingTable<(long PaperId, MentionRow Mention, string Extractor, string Version)> Mentions =
        new StagingTable<(long PaperId, MentionRow Mention, string Extractor, string Version)>("incoming_mentions")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("field", "text", row => EnumName.For(row.Mention.Field))
            .With("start", "integer", row => row.Mention.Start)
            .With("length", "integer", row => row.Mention.Length)
            .With("surface", "text", row => row.Mention.Surface)
            .With("key", "text", row => row.Mention.Key)
            .With("kind", "text", row => EnumName.For(row.Mention.Kind))
            .With("score", "real", row => row.Mention.Score)
            .With("origin", "text", row => EnumName.For(row.Mention.Origin))
            .With("extractor", "text", row => row.Extractor)
            .With("version", "text", row => row.Version);

    private static readonly StagingTable<(long PaperId, AbbreviationRow Row)> Abbreviations =
        new StagingTable<(long PaperId, AbbreviationRow Row)>("incoming_abbreviations")
            .With("paper_id", "bigint", row => row.PaperId)
            .With("short_form", "text", row => row.Row.ShortForm)
            .With("long_form", "text", row => row.Row.LongForm)
            .With("short_key", "text", row => row.Row.ShortKey)
            .With("long_key", "text", row => row.Row.LongKey);

    // The names of a paper are stored with its mentions and abbreviations: without them there are none of these.
    private const string Known = "select paper_id from paper_names where paper_id = any(@papers)";

    private const string Delete = """
        delete from mentions m
        where m.paper_id = any (array(select paper_id from mentioning_papers))
            and not exists (
                select from incoming_mentions i
                where (i.paper_id, i.field, i.start, i.length) = (m.paper_id, m.field, m.start, m.length))
        """;

    private const string Update = """
        update mentions m
        set surface = i.surface, key = i.key, kind = i.kind, score = i.score, origin = i.origin,
            extractor = i.extractor, version = i.version,
            concept_id = case when m.key = i.key then m.concept_id end,
            resolved_by = case when m.key = i.key then m.resolved_by end,
            confidence = case when m.key = i.key then m.confidence end
        from incoming_mentions i
        where m.paper_id = any (array(select paper_id from mentioning_papers))
            and (i.paper_id, i.field, i.start, i.length) = (m.paper_id, m.field, m.start, m.length)
            and (m.surface, m.key, m.kind, m.score, m.origin, m.extractor, m.version)
                is distinct from (i.surface, i.key, i.kind, i.score, i.origin, i.extractor, i.version)
        """;

    private const string Insert = """
        insert into mentions (paper_id, field, start, length, surface, key, kind, score, origin, extractor, version)
        select i.paper_id, i.field, i.start, i.length, i.surface, i.key, i.kind, i.score, i.origin, i.extractor, i.version
        from incoming_mentions i
        where not exists (
            select from mentions m
            where m.paper_id = any (array(select paper_id from mentioning_papers))
                and (m.paper_id, m.field, m.start, m.length) = (i.paper_id, i.field, i.start, i.length))
        order by i.paper_id, i.field desc, i.start
        """;

    private const string DeleteAbbreviations = """
        delete from abbreviations a
        where a.paper_id = any (array(select paper_id from mentioning_papers))
            and not exists (
                select from incoming_abbreviations i
                where (i.paper_id, i.short_form, i.long_form, i.short_key, i.long_key)
                    = (a.paper_id, a.short_form, a.long_form, a.short_key, a.long_key))
        """;

    private const string InsertAbbreviations = """
        insert into abbreviations (paper_id, short_form, long_form, short_key, long_key)
        select paper_id, short_form, long_form, short_key, long_key
        from incoming_abbreviations
        on conflict do nothing
        """;

    private const string StoreNames = """
        insert into paper_names (paper_id, mentions, packed, lookup_keys)
        select paper_id, mentions, packed, lookup_keys
        from mentioning_papers
        order by paper_id
        on conflict (paper_id) do update
        set mentions = excluded.mentions, packed = excluded.packed, lookup_keys = excluded.lookup_keys
        where (paper_names.mentions, paper_names.packed) is distinct from (excluded.mentions, excluded.packed)
        """;

    /// <summary>
    /// Lets nobody else store mentions, or anything else, until the transaction ends: what is made of them then is made of all that there
    /// are. It is the first thing that such a transaction does.
    /// </summary>
    public static Task HoldAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.TakeAllLocksAsync(cancellationToken);

    /// <param name="papers">All that was found in some papers, also those in which nothing was.</param>
    public static async Task ReplaceAsync(
        NpgsqlTransaction transaction,
        string extractor,
        string version,
        IReadOnlyList<PaperMentions> papers,
        CancellationToken cancellationToken)
    {
        await transaction.TakeMentionLockAsync(cancellationToken);
        var known = await transaction.QueryAsync(
            Known, reader => reader.GetInt64(0), cancellationToken, ("papers", papers.Select(paper => paper.PaperId).ToArray()));
        var before = known.ToHashSet();
        await AddAsync([.. papers.Where(paper => !before.Contains(paper.PaperId))]);
        await ChangeAsync([.. papers.Where(paper => before.Contains(paper.PaperId))]);

        async Task AddAsync(IReadOnlyList<PaperMentions> added)
        {
            if (added.Count == 0) return;
            await Mentions.CopyIntoAsync(transaction, "mentions", Found(added), cancellationToken);
            await Abbreviations.CopyIntoAsync(
                transaction,
                "abbreviations",
                added.SelectMany(paper => paper.Abbreviations.DistinctBy(row => (row.ShortForm, row.LongForm))
                    .Select(row => (paper.PaperId, row))),
                cancellationToken);
            await Papers.CopyIntoAsync(transaction, "paper_names", Names(added), cancellationToken);
        }

        async Task ChangeAsync(IReadOnlyList<PaperMentions> changed)
        {
            if (changed.Count == 0) return;
            await Papers.FillAsync(transaction, Names(changed), cancellationToken);
            await Mentions.FillAsync(transaction, Found(changed), cancellationToken);
            await Abbreviations.FillAsync(
                transaction, changed.SelectMany(paper => paper.Abbreviations.Select(row => (paper.PaperId, row))), cancellationToken);

            foreach (var sql in new[] { Delete, Update, Insert, DeleteAbbreviations, InsertAbbreviations, StoreNames })
                await transaction.ExecuteAsync(sql, cancellationToken);
        }

        IEnumerable<(long, MentionRow, string, string)> Found(IEnumerable<PaperMentions> some) =>
            some.SelectMany(paper => paper.Mentions.Select(mention => (paper.PaperId, mention, extractor, version)));
    }

    private static IEnumerable<StoredNames> Names(IEnumerable<PaperMentions> papers)
    {
        var digest = new RowDigest();
        return papers.Select(paper => new StoredNames
        {
            PaperId = paper.PaperId,
            Mentions = paper.DigestBy(digest),
            Packed = paper.Names,
            LookupKeys = paper.LookupKeys,
        });
    }
}
