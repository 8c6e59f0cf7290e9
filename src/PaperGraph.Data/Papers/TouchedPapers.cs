using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Papers;

/// <summary>
/// The temporary table <c>touched_papers</c>: the stored papers whose identity some listings bear on, because they share a
/// title or an id with them, or with papers that do.
/// </summary>
internal static class TouchedPapers
{
    private static readonly StagingTable<StatedPaper> Keys = new StagingTable<StatedPaper>("touching_keys")
        .With("page_id", "bigint", row => row.Listing.PageId)
        .With("rank", "integer", row => row.Listing.Rank)
        .With("title_key", "text", row => row.TitleKey)
        .With("arxiv_key", "text", row => row.ArxivKey)
        .With("doi", "text", row => row.Doi);

    private const string Begin = """
        create temporary table if not exists touched_papers (id bigint primary key) on commit delete rows;
        truncate touched_papers
        """;

    private const string Touch = """
        insert into touched_papers
        select l.paper_id from touching_keys k join listings l on l.title_key = k.title_key
        union
        select known.paper_id from touching_keys k join paper_keys known on known.kind = 'ARXIV' and known.key = k.arxiv_key
        union
        select l.paper_id from touching_keys k join listings l on l.doi = k.doi
        union
        select l.paper_id from touching_keys k join listings l on (l.page_id, l.rank) = (k.page_id, k.rank)
        """;

    private const string TouchThoseOfRemoved = """
        insert into touched_papers
        select distinct paper_id
        from listings
        where page_id = @page and not exists (select from unnest(@kept) kept where kept = rank)
        """;

    private const string Spread = """
        insert into touched_papers
        select other.paper_id
        from touched_papers t
        join listings mine on mine.paper_id = t.id
        join listings other on other.title_key = mine.title_key
        union
        select other.paper_id
        from touched_papers t
        join listings mine on mine.paper_id = t.id
        join listings other on other.doi = mine.doi
        on conflict do nothing
        """;

    private const string Stored = "select p.id, p.identity from touched_papers t join papers p using (id) order by p.id";

    /// <summary>Finds those that arriving listings bear on.</summary>
    public static async Task FindAsync(
        NpgsqlTransaction transaction, IEnumerable<StatedPaper> arriving, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        await Keys.FillAsync(transaction, arriving, cancellationToken);
        await transaction.ExecuteAsync(Touch, cancellationToken);
        await SpreadAsync(transaction, cancellationToken);
    }

    /// <summary>Finds those that the listings of a page bear on which are not among the ranks kept.</summary>
    public static async Task FindOfRemovedAsync(
        NpgsqlTransaction transaction, long pageId, int[] keptRanks, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(Begin, cancellationToken);
        await transaction.ExecuteAsync(TouchThoseOfRemoved, cancellationToken, ("page", pageId), ("kept", keptRanks));
        await SpreadAsync(transaction, cancellationToken);
    }

    public static Task<List<(long Id, string Identity)>> LoadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.QueryAsync(Stored, reader => (reader.GetInt64(0), reader.GetString(1)), cancellationToken);

    private static async Task SpreadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        do await transaction.ExecuteAsync("analyze touched_papers", cancellationToken);
        while (await transaction.ExecuteAsync(Spread, cancellationToken) > 0);
    }
}
