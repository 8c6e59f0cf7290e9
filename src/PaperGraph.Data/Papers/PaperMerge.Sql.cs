using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Papers;

internal static partial class PaperMerge
{
    private static readonly StagingTable<PaperRow> MergedPapers = new StagingTable<PaperRow>("merged_papers")
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Slug)
        .With("identity", "text", row => row.Merged.Identity)
        .With("title", "text", row => row.Merged.Title)
        .With("abstract", "text", row => row.Merged.Abstract)
        .With("arxiv_id", "text", row => row.Merged.ArxivId)
        .With("doi", "text", row => row.Merged.Doi)
        .With("url", "text", row => row.Merged.Url)
        .With("published_on", "date", row => row.Merged.PublishedOn)
        .With("published_on_inferred", "boolean", row => row.Merged.PublishedOnInferred)
        .With("author_count", "integer", row => row.Merged.AuthorCount)
        .With("comment_count", "integer", row => row.Merged.CommentCount)
        .With("upvote_count", "integer", row => row.Merged.UpvoteCount)
        .With("listed_on", "date", row => row.Merged.ListedOn);

    private static readonly StagingTable<ListingRow> PlacedListings = new StagingTable<ListingRow>("placed_listings")
        .With("id", "bigint", row => row.Id)
        .With("former_paper_id", "bigint", row => row.Listing.PaperId)
        .With("paper_id", "bigint", row => row.PaperId)
        .With("page_id", "bigint", row => row.Stated.PageId)
        .With("rank", "integer", row => row.Stated.Rank)
        .With("line", "integer", row => row.Stated.Line)
        .With("title", "text", row => row.Stated.Title)
        .With("title_key", "text", row => row.Listing.TitleKey)
        .With("abstract", "text", row => row.Stated.Abstract)
        .With("arxiv_id", "text", row => row.Stated.ArxivId)
        .With("doi", "text", row => row.Stated.Doi)
        .With("url", "text", row => row.Stated.Url)
        .With("published_on", "date", row => row.Stated.PublishedOn)
        .With("published_on_inferred", "boolean", row => row.Stated.PublishedOnInferred)
        .With("author_count", "integer", row => row.Stated.AuthorCount)
        .With("author_names", "text[]", row => row.Stated.AuthorNames.Count > 0 ? row.Stated.AuthorNames.ToArray() : null)
        .With("comment_count", "integer", row => row.Stated.CommentCount)
        .With("upvote_count", "integer", row => row.Stated.UpvoteCount)
        .With("organization_id", "bigint", row => row.Stated.OrganizationId)
        .With("listed_on", "date", row => row.Stated.ListedOn)
        .With("listed_on_inferred", "boolean", row => row.Stated.ListedOnInferred);

    /// <summary>What follows from its listings.</summary>
    internal static readonly ColumnList PaperColumns = MergedPapers.ColumnsWithout("id", "slug");

    private static readonly string InsertPapers = $"""
        insert into papers (id, slug, {PaperColumns}, imported_at)
        overriding system value
        select id, slug, {PaperColumns}, @imported_at
        from merged_papers
        where slug is not null
        order by id
        returning id
        """;

    private static readonly string UpdatePapers = $"""
        update papers p
        set {PaperColumns.AssignedFrom("m")}
        from merged_papers m
        where p.id = m.id and {PaperColumns.Differ("p", "m")}
        returning p.id
        """;

    /// <summary>What a listing states; its place, and the paper that it is of, are not among them.</summary>
    internal static readonly ColumnList ListingColumns =
        PlacedListings.ColumnsWithout("id", "former_paper_id", "paper_id", "page_id", "rank");

    private const string MovedListings =
        "select id as listing_id, former_paper_id, paper_id from placed_listings where former_paper_id <> paper_id";

    private static readonly string UpdateListings = $"""
        update listings l
        set {ListingColumns.AssignedFrom("p")}
        from placed_listings p
        where (l.paper_id, l.id) = (p.paper_id, p.id) and {ListingColumns.Differ("l", "p")}
        """;

    private static readonly string InsertListings = $"""
        insert into listings (id, paper_id, page_id, rank, {ListingColumns})
        overriding system value
        select id, paper_id, page_id, rank, {ListingColumns}
        from placed_listings
        where former_paper_id is null
        order by id
        """;

    private const string DeleteListings = """
        delete from listings l
        using affected_papers affected
        where l.paper_id = affected.id and not exists (select from placed_listings p where p.id = l.id)
        """;

    private const string DeletePapers = "delete from papers where id = any(@emptied)";
}
