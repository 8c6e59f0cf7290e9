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
    private const string SourcesOfPages = "select id, source from pages where id = any(@pages)";

    /// <summary>Stores listings of pages that are stored. A listing at a place that has one takes its place.</summary>
    /// <exception cref="PostgresException">A value breaks a rule of the database, such as a length of <see cref="TextLimits"/>.</exception>
    public static async Task<UpsertedPapers> UpsertAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PageListing> listings, DateTimeOffset importedAt, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var sources = await transaction.QueryAsync(
            SourcesOfPages,
            reader => (Id: reader.GetInt64(0), Source: reader.GetString(1)),
            cancellationToken,
            ("pages", listings.Select(listing => listing.PageId).Distinct().ToArray()));
        var sourceOf = sources.ToDictionary(page => page.Id, page => page.Source);

        var arriving = new Dictionary<(long PageId, int Rank), KeyedListing>();
        foreach (var listing in listings)
        {
            var keyed = new KeyedListing(null, null, sourceOf[listing.PageId], TitleKey.Create(listing.Paper.Title), listing);
            arriving[keyed.Place] = keyed;
        }

        await AffectedPapers.FindAsync(transaction, arriving.Values, cancellationToken);
        var all = new List<KeyedListing>();
        foreach (var stored in await ListingMerge.LoadAsync(transaction, cancellationToken))
        {
            all.Add(arriving.Remove(stored.Place, out var again)
                ? again with { Id = stored.Id, PaperId = stored.PaperId }
                : stored);
        }
        all.AddRange(arriving.Values);
        return await PaperMerge.ApplyAsync(transaction, all, listings, importedAt, cancellationToken);
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
        var left = stored.FindAll(listing => listing.Place.PageId != pageId || kept.Contains(listing.Place.Rank));
        return await PaperMerge.ApplyAsync(transaction, left, [], importedAt, cancellationToken);
    }
}
