using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// The temporary table <c>affected_papers</c>: the stored papers whose identity some listings bear on, because they share a
/// title or an id with them, or with papers that do.
/// </summary>
internal static class AffectedPapers
{
    private static readonly StagingTable<KeyedListing> Keys = new StagingTable<KeyedListing>("arriving_keys")
        .With("page_id", "bigint", row => row.Place.PageId)
        .With("rank", "integer", row => row.Place.Rank)
        .With("title_key", "text", row => row.TitleKey)
        .With("arxiv_key", "text", row => row.ArxivKey)
        .With("doi", "text", row => row.DoiKey)
        .With("open_alex_id", "text", row => row.Paper.OpenAlexId)
        .With("semantic_scholar_id", "text", row => row.Paper.SemanticScholarId)
        .With("source", "text", row => row.Source)
        .With("digest", "bigint", row => row.Seen.Digest)
        .With("observed_at", "timestamp with time zone", row => row.OwnSighting.At)
        .With("last_observed_at", "timestamp with time zone", row => row.OwnSighting.LastAt)
        .With("observed_at_stated", "boolean", row => row.Seen.IsStated)
        .With("has_own_time", "boolean", row => row.Listing.HasOwnTime);

    private const string Begin = """
        create temporary table if not exists affected_papers (id bigint primary key);
        truncate affected_papers
        """;

    // A paper may have thousands of listings: each title, and each id, is looked up once.

    // What a stored listing of the source says already, and was seen neither earlier nor later than that: ArrivingListings would leave that
    // listing as it is, and keep a sighting where another page says it whose day may become another.
    private const string TakeRepeated = """
        with stored as materialized (
            select l.id, l.paper_id, l.page_id, l.rank, title_key, l.digest, g.source,
                l.observed_at, l.last_observed_at, l.observed_at_stated,
                exists (select from sightings s where (s.paper_id, s.listing_id) = (l.paper_id, l.id)) as is_told_by_many
            from (select distinct title_key from arriving_keys) arriving
            join listings l using (title_key)
            join pages g on g.id = l.page_id
        ), taken as (
            delete from arriving_keys k
            using stored l
            where (l.title_key, l.digest, l.source) = (k.title_key, k.digest, k.source)
                and case
                    when k.observed_at_stated
                        then l.observed_at_stated and k.observed_at >= l.observed_at and k.last_observed_at <= l.last_observed_at
                    else l.observed_at_stated or l.page_id = k.page_id end
                and not exists (select from listings o where (o.page_id, o.rank) = (k.page_id, k.rank))
                and not exists (
                    select from sightings s
                    where (s.page_id, s.rank) = (k.page_id, k.rank)
                        and (s.listing_id, s.observed_at, s.last_observed_at, s.observed_at_stated)
                            <> (l.id, k.observed_at, k.last_observed_at, k.observed_at_stated))
            returning k.page_id, k.rank, k.observed_at, k.last_observed_at, k.observed_at_stated,
                l.page_id as stored_page_id, l.rank as stored_rank, l.id, l.paper_id,
                l.page_id <> k.page_id and (l.is_told_by_many or not k.has_own_time) as is_sighting
        ), told as (
            insert into sightings (paper_id, listing_id, page_id, rank, observed_at, last_observed_at, observed_at_stated)
            select l.paper_id, l.id, l.page_id, l.rank, l.observed_at, l.last_observed_at, l.observed_at_stated
            from stored l
            where l.id in (select id from taken where is_sighting)
            union all
            select paper_id, id, page_id, rank, observed_at, last_observed_at, observed_at_stated
            from taken
            where is_sighting
            on conflict do nothing
        )
        select page_id, rank, stored_page_id, stored_rank, id, paper_id
        from taken
        """;

    private const string Find = """
        insert into affected_papers
        select l.paper_id from (select distinct title_key from arriving_keys) k join listings l using (title_key)
        union
        select known.paper_id from arriving_keys k join paper_keys known on known.kind = 'ARXIV' and known.key = k.arxiv_key
        union
        select l.paper_id from (select distinct doi from arriving_keys) k join listings l using (doi)
        union
        select l.paper_id from (select distinct open_alex_id from arriving_keys) k join listings l using (open_alex_id)
        union
        select l.paper_id from (select distinct semantic_scholar_id from arriving_keys) k join listings l using (semantic_scholar_id)
        union
        select l.paper_id from arriving_keys k join listings l on (l.page_id, l.rank) = (k.page_id, k.rank)
        union
        select s.paper_id from arriving_keys k join sightings s on (s.page_id, s.rank) = (k.page_id, k.rank)
        """;

    private const string FindOfRemoved = """
        insert into affected_papers
        select paper_id
        from (select paper_id, page_id, rank from listings union all select paper_id, page_id, rank from sightings) told
        where page_id = @page and not exists (select from unnest(@kept) kept where kept = rank)
        group by paper_id
        """;

    private const string FindOfRecords = """
        insert into affected_papers
        select distinct paper_id
        from listings
        where semantic_scholar_id = any(@records)
        """;

    private const string FindFrom = """
        insert into affected_papers
        select id
        from papers
        where id > @after
        order by id
        limit @limit
        returning id
        """;

    private const string Spread = $"""
        insert into affected_papers
        select other.paper_id
        from (
            select distinct mine.title_key
            from affected_papers affected
            join listings mine on mine.paper_id = affected.id
        ) mine
        join listings other using (title_key)
        union
        select other.paper_id
        from (
            select distinct mine.doi
            from affected_papers affected
            join listings mine on mine.paper_id = affected.id
            where mine.doi !~ '{Doi.PlaceholderPattern}'
        ) mine
        join listings other using (doi)
        union
        select other.paper_id
        from (
            select distinct mine.open_alex_id
            from affected_papers affected
            join listings mine on mine.paper_id = affected.id
        ) mine
        join listings other using (open_alex_id)
        union
        select other.paper_id
        from (
            select distinct mine.semantic_scholar_id
            from affected_papers affected
            join listings mine on mine.paper_id = affected.id
        ) mine
        join listings other using (semantic_scholar_id)
        on conflict do nothing
        """;

    private const string Stored = "select p.id, p.identity from affected_papers affected join papers p using (id) order by p.id";

    /// <summary>Finds the papers that arriving listings may change.</summary>
    /// <returns>The listings that change nothing, since what they say is stored: no papers are found for these.</returns>
    public static async Task<IReadOnlyList<RepeatedListing>> FindAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<KeyedListing> arriving, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        await Keys.FillAsync(transaction, arriving, cancellationToken);
        var repeated = await transaction.QueryAsync(
            TakeRepeated,
            reader => new RepeatedListing(
                (reader.GetInt64(0), reader.GetInt32(1)),
                (reader.GetInt64(2), reader.GetInt32(3)),
                new PlacedListing(reader.GetInt64(4), reader.GetInt64(5))),
            cancellationToken);
        if (repeated.Count == arriving.Count) return repeated;
        await transaction.ExecuteAsync(Find, cancellationToken);
        await SpreadAsync(transaction, cancellationToken);
        return repeated;
    }

    /// <summary>Finds those that the listings of a page bear on which are not among the ranks kept.</summary>
    /// <returns>False where there are no such listings.</returns>
    public static async Task<bool> FindOfRemovedAsync(
        NpgsqlTransaction transaction, long pageId, int[] keptRanks, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        if (await transaction.ExecuteAsync(FindOfRemoved, cancellationToken, ("page", pageId), ("kept", keptRanks)) == 0) return false;
        await SpreadAsync(transaction, cancellationToken);
        return true;
    }

    /// <summary>Finds the papers that have a record of Semantic Scholar, and what bears on them.</summary>
    /// <returns>False where there are no such papers.</returns>
    public static async Task<bool> FindOfRecordsAsync(
        NpgsqlTransaction transaction, string[] records, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        if (await transaction.ExecuteAsync(FindOfRecords, cancellationToken, ("records", records)) == 0) return false;
        await SpreadAsync(transaction, cancellationToken);
        return true;
    }

    /// <summary>Finds some papers behind an id, and what bears on them.</summary>
    /// <returns>The last of the papers behind the id; null where there are none.</returns>
    public static async Task<long?> FindFromAsync(
        NpgsqlTransaction transaction, long after, int limit, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        var found = await transaction.QueryAsync(
            FindFrom, reader => reader.GetInt64(0), cancellationToken, ("after", after), ("limit", limit));
        if (found.Count == 0) return null;
        await SpreadAsync(transaction, cancellationToken);
        return found.Max();
    }

    public static Task<List<(long Id, string Identity)>> LoadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.QueryAsync(Stored, reader => (reader.GetInt64(0), reader.GetString(1)), cancellationToken);

    private static async Task SpreadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        do await transaction.ExecuteAsync("analyze affected_papers", cancellationToken);
        while (await transaction.ExecuteAsync(Spread, cancellationToken) > 0);
    }
}
