using Npgsql;
using PaperGraph.Data.Additions;
using PaperGraph.Data.Authors;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Citations;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Evidence;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Results;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>Makes the papers in <c>affected_papers</c>, their listings and their authors what some listings say they are.</summary>
internal static class PaperMerge
{
    private static readonly StagingTable<PaperRow> MergedPapers = new StagingTable<PaperRow>("merged_papers")
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Slug)
        .With("identity", "text", row => row.Merged.Identity)
        .WithMetadata(row => row.Merged)
        .With("citation_count", "integer", row => row.Merged.CitationCount)
        .With("is_withdrawn", "boolean", row => row.Merged.IsWithdrawn);

    /// <summary>The columns that follow from a paper's listings.</summary>
    internal static readonly ColumnList Columns = MergedPapers.ColumnsWithout("id", "slug");

    private static readonly ColumnList Texts = new(["title", "abstract"]);

    private static readonly ColumnList OtherColumns = MergedPapers.ColumnsWithout("id", "slug", "title", "abstract");

    private static readonly string Insert = $"""
        insert into papers (id, slug, {Columns}, imported_at)
        overriding system value
        select id, slug, {Columns}, @imported_at
        from merged_papers
        where slug is not null
        order by id
        returning id
        """;

    private static readonly string UpdateTexts = Update(Columns, Texts);

    // What PostgreSQL makes of columns that an update does not set, it leaves as it is: the words of title and abstract cost the most.
    private static readonly string UpdateOthers = Update(OtherColumns, OtherColumns);

    private static readonly string UpdateDays = string.Join(";\n\n", new[]
    {
        "paper_concepts", "paper_topics", "paper_organizations", "paper_repositories", "authorships", "paper_disagreements", "citations",
        "paper_categories",
    }.Select(table => $"""
        update {table} e
        set published_order = p.published_order
        from papers p
        where p.id = any(@changed) and e.paper_id = p.id and e.published_order <> p.published_order
        """));

    // Mentions may be stored of a paper just now: once it is locked, all of them are seen. The tables whose foreign keys a load in bulk
    // does without come before the papers. What a paper's names are counted as stays until they are counted out; but one that comes back
    // before that has nothing any more of what was resolved of it.
    private static readonly string Delete = string.Join(";\n", (string[])
    [
        "select from papers where id = any(@emptied) order by id for update",
        .. new[] { "mentions", "keyphrases", "authorships", "paper_concepts", "paper_topics", "paper_ranks" }
            .Select(table => $"delete from {table} where paper_id = any(@emptied)"),
        $"update resolutions set digest = {Resolution.NoDigest} where paper_id = any(@emptied)",
        "delete from papers where id = any(@emptied)",
    ]);

    /// <summary>What need not be looked at where listings state nothing of the kind and nothing of it is stored.</summary>
    private const string StoredParts = """
        select exists (select from citation_ends), exists (select from affected_papers a join results r on r.paper_id = a.id)
        """;

    private static string Update(ColumnList assigned, ColumnList differing) => $"""
        update papers p
        set {assigned.AssignedFrom("m")}
        from merged_papers m
        where p.id = m.id and {differing.Differ("p", "m")}
        returning p.id
        """;

    public static async Task<UpsertedPapers> ApplyAsync(
        NpgsqlTransaction transaction,
        IReadOnlyList<KeyedListing> listings,
        IReadOnlyList<(long PageId, int Rank)> given,
        DateTimeOffset importedAt,
        CancellationToken cancellationToken)
    {
        listings = await AdditionReads.AddAsync(transaction, listings, cancellationToken);
        var plan = PaperPlan.Create(listings, await AffectedPapers.LoadAsync(transaction, cancellationToken));
        var papers = await NumberAsync(transaction, plan, cancellationToken);
        var emptied = plan.Emptied.Select(paper => paper.Id).ToArray();

        await PaperCounts.BeginAsync(transaction, "select id from affected_papers", cancellationToken);
        await MergedPapers.FillAsync(transaction, papers, cancellationToken);
        var added = await transaction.QueryAsync(
            Insert, reader => reader.GetInt64(0), cancellationToken, ("imported_at", importedAt.ToUniversalTime()));
        var changed = await transaction.QueryAsync(UpdateTexts, reader => reader.GetInt64(0), cancellationToken);
        changed.AddRange(await transaction.QueryAsync(UpdateOthers, reader => reader.GetInt64(0), cancellationToken));
        if (changed.Count > 0) await transaction.ExecuteAsync(UpdateDays, cancellationToken, ("changed", changed.ToArray()));
        var changedKeys = await PaperKeyMerge.ApplyAsync(transaction, plan, papers, cancellationToken);
        var changedIds = await CatalogueIdMerge.ApplyAsync(transaction, papers, cancellationToken);
        await DisagreementMerge.ApplyAsync(transaction, papers, cancellationToken);

        var planned = papers.SelectMany(paper => paper.Planned.Listings.Select(listing => (paper.Id, Listing: listing))).ToList();
        var (placed, listingsAdded) = await ListingMerge.ApplyAsync(transaction, planned, cancellationToken);
        await EdgeMaintenance.DropUnprovenAsync(transaction, "select id from affected_papers", cancellationToken);

        var (hasCitations, hasResults) = (await transaction.QueryAsync(
            StoredParts, reader => (reader.GetBoolean(0), reader.GetBoolean(1)), cancellationToken)).Single();
        await ResultMerge.ApplyAsync(transaction, papers, hasResults, cancellationToken);

        var storedAuthors = await AuthorshipMerge.BeginAsync(transaction, cancellationToken);
        if (emptied.Length > 0) await transaction.ExecuteAsync(Delete, cancellationToken, ("emptied", emptied));
        await AuthorshipMerge.ApplyAsync(transaction, papers, storedAuthors, cancellationToken);
        await AffiliationMerge.ApplyAsync(transaction, papers, storedAuthors, cancellationToken);
        await PaperPartsMerge.ApplyAsync(transaction, papers, cancellationToken);
        await CitationMerge.ApplyAsync(transaction, papers, hasCitations, [.. changedKeys, .. changedIds], cancellationToken);
        await PaperCounts.ApplyAsync(transaction, "select id from affected_papers union select id from merged_papers", cancellationToken);

        var stored = planned.Zip(placed).ToDictionary(pair => pair.First.Listing.Place, pair => pair.Second);
        return new UpsertedPapers(
            [.. given.Select(place => stored[place])], listingsAdded, added, changed, emptied);
    }

    /// <summary>The columns that <c>papers</c> and <c>listings</c> have in common.</summary>
    internal static StagingTable<TRow> WithMetadata<TRow>(this StagingTable<TRow> table, Func<TRow, PaperMetadata> paper) => table
        .With("title", "text", row => paper(row).Title)
        .With("abstract", "text", row => paper(row).Abstract)
        .With("arxiv_id", "text", row => paper(row).ArxivId)
        .With("doi", "text", row => paper(row).Doi)
        .With("url", "text", row => paper(row).Url)
        .With("published_on", "date", row => paper(row).PublishedOn)
        .With("published_on_inferred", "boolean", row => paper(row).PublishedOnInferred)
        .With("author_count", "integer", row => paper(row).AuthorCount)
        .With("comment_count", "integer", row => paper(row).CommentCount)
        .With("upvote_count", "integer", row => paper(row).UpvoteCount)
        .With("listed_on", "date", row => paper(row).ListedOn);

    private static async Task<IReadOnlyList<PaperRow>> NumberAsync(
        NpgsqlTransaction transaction, PaperPlan plan, CancellationToken cancellationToken)
    {
        var papers = plan.Papers.Select(planned => (Planned: planned, Merged: MergedPaper.From(planned))).ToList();
        var returning = await ReturningPapers.TakeAsync(
            transaction,
            [.. plan.Papers.Where(paper => paper.Id is null && paper.Listings.Any(listing => listing.PaperId is not null))
                .Select(paper => paper.Identity)],
            cancellationToken);
        var added = papers.Where(paper => paper.Planned.Id is null && !returning.ContainsKey(paper.Merged.Identity))
            .Select(paper => paper.Merged)
            .ToList();
        var slugs = await SlugAssignment.AssignAsync(
            transaction,
            "select key as slug from paper_keys where kind = 'SLUG'",
            [.. added.Select(paper => (paper.ArxivId?.Replace('/', '-').ToLowerInvariant() ?? Slug.Create(paper.Title), paper.Identity))],
            cancellationToken);
        var ids = await transaction.NewIdsAsync("papers", added.Count, cancellationToken);
        var next = 0;
        return
        [
            .. papers.Select(paper => paper.Planned.Id is { } id
                ? new PaperRow(id, null, paper.Planned, paper.Merged)
                : returning.TryGetValue(paper.Merged.Identity, out var former)
                ? new PaperRow(former.Id, former.Slug, paper.Planned, paper.Merged)
                : new PaperRow(ids[next], slugs[next++], paper.Planned, paper.Merged)),
        ];
    }

    /// <param name="Slug">The slug of a paper that is not stored yet.</param>
    internal sealed record PaperRow(long Id, string? Slug, PlannedPaper Planned, MergedPaper Merged);
}
