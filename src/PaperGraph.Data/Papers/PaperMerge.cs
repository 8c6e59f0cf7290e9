using Npgsql;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>Makes the papers in <c>affected_papers</c>, their listings and their authors what some listings say they are.</summary>
internal static partial class PaperMerge
{
    public static async Task<UpsertedPapers> ApplyAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<StatedPaper> stated,
        IReadOnlyList<ListedPaper> given,
        DateTimeOffset importedAt,
        CancellationToken cancellationToken)
    {
        var plan = PaperPlan.Create(stated, await AffectedPapers.LoadAsync(transaction, cancellationToken));
        var papers = await NumberAsync(transaction, plan, cancellationToken);
        var listings = await NumberAsync(transaction, papers, cancellationToken);
        var emptied = plan.Emptied.Select(paper => paper.Id).ToArray();
        await MergedPapers.FillAsync(transaction, papers, cancellationToken);
        await PlacedListings.FillAsync(transaction, listings, cancellationToken);

        var added = await transaction.QueryAsync(
            InsertPapers, reader => reader.GetInt64(0), cancellationToken, ("imported_at", importedAt.ToUniversalTime()));
        var changed = await transaction.QueryAsync(UpdatePapers, reader => reader.GetInt64(0), cancellationToken);

        await PaperKeyMerge.ApplyAsync(transaction, plan, papers, cancellationToken);

        await Edges.MoveListingsAsync(transaction, MovedListings, cancellationToken);
        await transaction.ExecuteAsync(UpdateListings, cancellationToken);
        var listingsAdded = await transaction.ExecuteAsync(InsertListings, cancellationToken);
        await transaction.ExecuteAsync(DeleteListings, cancellationToken);
        await Edges.DropUnprovenAsync(transaction, "select id from affected_papers", cancellationToken);

        await AuthorshipMerge.BeginAsync(transaction, cancellationToken);
        await transaction.ExecuteAsync(DeletePapers, cancellationToken, ("emptied", emptied));
        await AuthorshipMerge.ApplyAsync(transaction, papers, cancellationToken);

        var placeOf = listings.ToDictionary(row => row.Listing.Place, row => new PlacedListing(row.Id, row.PaperId));
        return new UpsertedPapers(
            [.. given.Select(listing => placeOf[(listing.PageId, listing.Rank)])], listingsAdded, added, changed, emptied);
    }

    private static async Task<IReadOnlyList<PaperRow>> NumberAsync(
        NpgsqlTransaction transaction, PaperPlan plan, CancellationToken cancellationToken)
    {
        var added = plan.Papers.Where(paper => paper.Id is null).ToList();
        var slugs = await Slugs.AssignAsync(
            transaction,
            "select key as slug from paper_keys where kind = 'SLUG'",
            [.. added.Select(paper => (
                    paper.Merged.ArxivId?.Replace('/', '-').ToLowerInvariant() ?? Slug.Create(paper.Merged.Title), paper.Merged.Identity))],
            cancellationToken);
        var ids = await transaction.NewIdsAsync("papers", added.Count, cancellationToken);
        var next = 0;
        return [.. plan.Papers.Select(
            paper => paper.Id is { } id ? new PaperRow(id, null, paper) : new PaperRow(ids[next], slugs[next++], paper))];
    }

    private static async Task<IReadOnlyList<ListingRow>> NumberAsync(
        NpgsqlTransaction transaction, IReadOnlyList<PaperRow> papers, CancellationToken cancellationToken)
    {
        var placed = papers.SelectMany(paper => paper.Planned.Listings.Select(listing => (paper.Id, Listing: listing))).ToList();
        var ids = new Queue<long>(
            await transaction.NewIdsAsync("listings", placed.Count(row => row.Listing.Id is null), cancellationToken));
        return [.. placed.Select(row => new ListingRow(row.Listing.Id ?? ids.Dequeue(), row.Id, row.Listing))];
    }

    /// <param name="Slug">Of a paper that is not stored yet.</param>
    internal sealed record PaperRow(long Id, string? Slug, PlannedPaper Planned)
    {
        public MergedPaper Merged => Planned.Merged;
    }

    private sealed record ListingRow(long Id, long PaperId, StatedPaper Listing)
    {
        public ListedPaper Stated => Listing.Listing;
    }
}
