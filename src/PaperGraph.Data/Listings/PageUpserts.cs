using Npgsql;
using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Listings;

/// <summary>
/// Stores pages. A page is known by its content: under another name it is the same page. Where a file's name says the day, the
/// same page under a name that says none, or an earlier one, takes nothing from it.
/// </summary>
public static class PageUpserts
{
    private static readonly StagingTable<(int Number, PageRow Page)> Incoming = new StagingTable<(int Number, PageRow Page)>(
        "incoming_pages")
        .With("number", "integer", row => row.Number)
        .With("source", "text", row => row.Page.Source)
        .With("content_hash", "bytea", row => row.Page.ContentHash)
        .With("name", "text", row => row.Page.Name)
        .With("listed_on", "date", row => row.Page.ListedOn)
        .With("listed_on_inferred", "boolean", row => row.Page.ListedOnInferred)
        .With("saved_on", "date", row => row.Page.SavedOn)
        .With("reading", "bigint", row => row.Page.Reading)
        .With("written_at", "timestamp with time zone", row => row.Page.WrittenAt?.ToUniversalTime());

    // Of several readings of one page given at once, one with a saving date counts, then the one of the latest day. Those that count for
    // nothing say nothing of when it was written either.
    private const string Latest = """
        (
            select distinct on (source, content_hash) *,
                min(written_at) over alike as first_written_at, max(written_at) over alike as last_written_at
            from incoming_pages
            window alike as (partition by source, content_hash, saved_on, listed_on)
            order by source, content_hash, saved_on nulls last, listed_on desc nulls last, number
        )
        """;

    private const string Insert = $"""
        insert into pages (
            source, content_hash, name, listed_on, listed_on_inferred, saved_on, first_written_at, written_at, imported_at)
        select
            source, content_hash, name, listed_on, listed_on_inferred, saved_on, first_written_at, last_written_at, @imported_at
        from {Latest} reading
        order by number
        on conflict (source, content_hash) do nothing
        returning id
        """;

    // A reading stands unless it lacks the saving date that the stored one has, or comes from another file and lacks its day. Where it has
    // a date, nothing follows any more from when files were written.
    private const string Update = $"""
        update pages p
        set listed_on = i.listed_on, listed_on_inferred = i.listed_on_inferred, saved_on = i.saved_on,
            name = case when i.saved_on is distinct from p.saved_on then p.name else i.name end,
            first_written_at = case when i.listed_on is null and i.saved_on is null then p.first_written_at end,
            written_at = case when i.listed_on is null and i.saved_on is null then p.written_at end
        from {Latest} i
        where (p.source, p.content_hash) = (i.source, i.content_hash)
            and (p.saved_on is null or i.saved_on is not null)
            and (i.saved_on is distinct from p.saved_on or i.name = p.name or p.listed_on is null or i.listed_on > p.listed_on)
            and (p.listed_on, p.listed_on_inferred, p.saved_on)
                is distinct from (i.listed_on, i.listed_on_inferred, i.saved_on)
        """;

    private const string Stands = "(p.saved_on, p.listed_on) is not distinct from (i.saved_on, i.listed_on)";

    // What the page states without a time was so from the earliest to the latest time of all files that say it, whichever of them was
    // read first.
    private const string Stored = $"""
        select
            p.id,
            {Stands},
            {Stands} and p.reading is not distinct from i.reading
                and (i.written_at is null or coalesce(i.written_at between p.first_written_at and p.written_at, false)),
            case when {Stands} then least(p.first_written_at, min(i.written_at) over content) else p.first_written_at end,
            case when {Stands} then greatest(p.written_at, max(i.written_at) over content) else p.written_at end
        from incoming_pages i
        join pages p using (source, content_hash)
        window content as (partition by p.id, {Stands})
        order by i.number
        """;

    // Until the whole page is stored, its listings may be of two readings.
    private const string Begin = $"""
        update pages p
        set reading = null, first_written_at = least(p.first_written_at, i.first_written_at),
            written_at = greatest(p.written_at, i.last_written_at)
        from {Latest} i
        where (p.source, p.content_hash) = (i.source, i.content_hash)
            and {Stands}
            and (
                p.reading <> i.reading
                or (least(p.first_written_at, i.first_written_at), greatest(p.written_at, i.last_written_at))
                    is distinct from (p.first_written_at, p.written_at))
        """;

    private const string End = """
        update pages p
        set reading = done.reading
        from unnest(@pages, @readings) done (id, reading)
        where p.id = done.id and p.reading is distinct from done.reading
        """;

    /// <returns>A result for each page, in the order of the pages.</returns>
    public static async Task<IReadOnlyList<UpsertedPage>> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PageRow> pages, DateTimeOffset importedAt, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await Incoming.FillAsync(transaction, pages.Select((page, number) => (number, page)), cancellationToken);
        var added = await transaction.QueryAsync(
            Insert, reader => reader.GetInt64(0), cancellationToken, ("imported_at", importedAt.ToUniversalTime()));
        await transaction.ExecuteAsync(Update, cancellationToken);
        var isNew = added.ToHashSet();
        var stored = await transaction.QueryAsync(
            Stored,
            // Of a page that is given twice, the second reading adds to what the first has stored.
            reader => new UpsertedPage(
                reader.GetInt64(0), isNew.Remove(reader.GetInt64(0)), reader.GetBoolean(1), reader.GetBoolean(2))
            {
                Written = reader.IsDBNull(3)
                    ? null
                    : new WrittenSpan(reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4)),
            },
            cancellationToken);
        await transaction.ExecuteAsync(Begin, cancellationToken);
        return stored;
    }

    /// <summary>Notes that all that stands on some pages is stored: they are passed over until they are read otherwise.</summary>
    public static Task EndAsync(
        NpgsqlTransaction transaction, IReadOnlyCollection<(long Page, long Reading)> pages, CancellationToken cancellationToken) =>
        pages.Count == 0
            ? Task.CompletedTask
            : transaction.ExecuteAsync(
                End,
                cancellationToken,
                ("pages", pages.Select(page => page.Page).ToArray()),
                ("readings", pages.Select(page => page.Reading).ToArray()));
}
