using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Stores listings and what follows from them: which papers there are, what they are, and who wrote them. The result is the
/// same in whatever order and portions the listings come, but for ids and slugs, which the first comer gives.
/// </summary>
public static class PaperUpserts
{
    private const string Pages = "select id, source, imported_at from pages where id = any(@pages)";

    /// <summary>
    /// Stores listings of pages that are stored. A listing at a place that has one takes its place; one that states what a listing of the
    /// source states already is not stored a second time.
    /// </summary>
    /// <returns>The listings are those that state what was given, in the order in which it was given.</returns>
    /// <exception cref="PostgresException">A value breaks a rule of the database, such as a length of <see cref="TextLimits"/>.</exception>
    public static async Task<UpsertedPapers> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PageListing> listings, DateTimeOffset importedAt, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var pages = (await transaction.QueryAsync(
            Pages,
            reader => (Id: reader.GetInt64(0), Source: reader.GetString(1), ImportedAt: reader.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken,
            ("pages", listings.Select(listing => listing.PageId).Distinct().ToArray())))
            .ToDictionary(page => page.Id, page => (page.Source, page.ImportedAt));

        var arriving = new ArrivingListings(listings, pages);
        arriving.LeaveOut(await AffectedPapers.FindAsync(transaction, arriving.All, cancellationToken));
        var repeated = listings.Select(listing => arriving.Repeated(PlaceOf(listing))).ToList();
        if (arriving.All.Count == 0)
        {
            return new UpsertedPapers([.. repeated.Select(listing => listing!.Stored)], 0, [], [], [])
            {
                Places = [.. repeated.Select(listing => listing!.StoredAt)],
                IsRepeated = _ => true,
            };
        }

        var stored = await ListingMerge.LoadAsync(transaction, cancellationToken);
        var all = arriving.MergedWith(stored);
        // A paper that a repeated listing is of may become another one by those that are not.
        var loaded = stored.Select(listing => listing.Place).ToHashSet();
        var given = listings.Select((listing, i) => repeated[i] is not { } known ? arriving.StoredAt(PlaceOf(listing))
            : loaded.Contains(known.StoredAt) ? known.StoredAt
            : default((long, int)?)).ToList();
        var upserted = await PaperMerge.ApplyAsync(
            transaction, all, [.. given.OfType<(long, int)>()], importedAt, cancellationToken);
        var next = 0;
        var placed = given.Select((place, i) => place is null ? repeated[i]!.Stored : upserted.Listings[next++]).ToList();
        var told = stored.Select(listing => (listing.PaperId!.Value, listing.Source)).ToHashSet();
        return upserted with
        {
            Listings = placed,
            Places = [.. listings.Select((listing, i) => repeated[i]?.StoredAt ?? arriving.StoredAt(PlaceOf(listing)))],
            IsRepeated = i => repeated[i] is not null,
            Restated = listings.Zip(placed)
                .Where(pair => arriving.IsOtherwise(PlaceOf(pair.First))
                    && told.Contains((pair.Second.PaperId, pages[pair.First.PageId].Source)))
                .Select(pair => pair.Second.PaperId)
                .ToHashSet(),
        };
    }

    private static (long PageId, int Rank) PlaceOf(PageListing listing) => (listing.PageId, listing.Paper.Rank);

    /// <summary>
    /// Makes stored papers anew of their listings, some at a time, in the order of their ids: where the rules or the precedence of sources
    /// are others than those by which they were merged.
    /// </summary>
    /// <param name="after">The id behind which to begin: 0, then the last of the previous answer.</param>
    /// <returns>The last id that was looked at; null where there were none left.</returns>
    public static async Task<(long? Last, UpsertedPapers Papers)> MergeAgainAsync(
        NpgsqlTransaction transaction, long after, int limit, DateTimeOffset importedAt, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var last = await AffectedPapers.FindFromAsync(transaction, after, limit, cancellationToken);
        if (last is null) return (null, new UpsertedPapers([], 0, [], [], []));
        var stored = await ListingMerge.LoadAsync(transaction, cancellationToken);
        return (last, await PaperMerge.ApplyAsync(transaction, stored, [], importedAt, cancellationToken));
    }

    /// <summary>Makes papers anew to whose records in the corpus of Semantic Scholar something was added.</summary>
    public static async Task<UpsertedPapers> AddToRecordsAsync(
        NpgsqlTransaction transaction,
        IReadOnlyCollection<long> corpusIds,
        DateTimeOffset importedAt,
        CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        if (!await AffectedPapers.FindOfRecordsAsync(transaction, [.. corpusIds.Select(CorpusIds.ToRecordId)], cancellationToken))
            return new UpsertedPapers([], 0, [], [], []);
        var stored = await ListingMerge.LoadAsync(transaction, cancellationToken);
        return await PaperMerge.ApplyAsync(transaction, stored, [], importedAt, cancellationToken);
    }

    /// <summary>Removes the listings of a page that a new reading of it did not find, with what they alone stated.</summary>
    /// <param name="keptRanks">The ranks of the listings that were found.</param>
    public static async Task<UpsertedPapers> RemoveOthersAsync(
        NpgsqlTransaction transaction,
        long pageId,
        IEnumerable<int> keptRanks,
        DateTimeOffset importedAt,
        CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var kept = keptRanks.ToHashSet();
        if (!await AffectedPapers.FindOfRemovedAsync(transaction, pageId, [.. kept], cancellationToken))
            return new UpsertedPapers([], 0, [], [], []);
        var stored = await ListingMerge.LoadAsync(transaction, cancellationToken);
        // What was seen again, another page says too.
        var left = stored
            .Select(listing => listing is { IsRepeated: true, Sightings.Count: 0 } ? listing
                : listing.Without(place => place.PageId == pageId && !kept.Contains(place.Rank)))
            .OfType<KeyedListing>()
            .ToList();
        return await PaperMerge.ApplyAsync(transaction, left, [], importedAt, cancellationToken);
    }
}
