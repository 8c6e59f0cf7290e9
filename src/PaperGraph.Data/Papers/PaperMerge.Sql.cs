using PaperGraph.Data.Bulk;

namespace PaperGraph.Data.Papers;

internal static partial class PaperMerge
{
    private static readonly RowTable<PaperRow> FoldedPapers = new RowTable<PaperRow>("folded_papers")
        .With("id", "bigint", row => row.Id)
        .With("slug", "text", row => row.Slug)
        .With("identity", "text", row => row.Fold.Identity)
        .With("title", "text", row => row.Fold.Title)
        .With("abstract", "text", row => row.Fold.Abstract)
        .With("arxiv_id", "text", row => row.Fold.ArxivId)
        .With("doi", "text", row => row.Fold.Doi)
        .With("url", "text", row => row.Fold.Url)
        .With("published_on", "date", row => row.Fold.PublishedOn)
        .With("published_on_inferred", "boolean", row => row.Fold.PublishedOnInferred)
        .With("author_count", "integer", row => row.Fold.AuthorCount)
        .With("comment_count", "integer", row => row.Fold.CommentCount)
        .With("upvote_count", "integer", row => row.Fold.UpvoteCount)
        .With("listed_on", "date", row => row.Fold.ListedOn)
        .With("withdrawn_on", "date", row => row.Fold.WithdrawnOn);

    private static readonly RowTable<ListingRow> PlacedListings = new RowTable<ListingRow>("placed_listings")
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
        .With("keywords", "text[]", row => row.Stated.Keywords.Count > 0 ? row.Stated.Keywords.ToArray() : null)
        .With("organization_id", "bigint", row => row.Stated.OrganizationId)
        .With("listed_on", "date", row => row.Stated.ListedOn)
        .With("listed_on_inferred", "boolean", row => row.Stated.ListedOnInferred)
        .With("withdrawn_on", "date", row => row.Stated.WithdrawnOn);

    private const string InsertPapers = """
        insert into papers (
            id, slug, identity, title, abstract, arxiv_id, doi, url, published_on, published_on_inferred,
            author_count, comment_count, upvote_count, listed_on, withdrawn_on, imported_at)
        overriding system value
        select
            id, slug, identity, title, abstract, arxiv_id, doi, url, published_on, published_on_inferred,
            author_count, comment_count, upvote_count, listed_on, withdrawn_on, @imported_at
        from folded_papers
        where slug is not null
        order by id
        returning id
        """;

    private const string UpdatePapers = """
        update papers p
        set identity = f.identity, title = f.title, abstract = f.abstract, arxiv_id = f.arxiv_id,
            doi = f.doi, url = f.url, published_on = f.published_on, published_on_inferred = f.published_on_inferred,
            author_count = f.author_count, comment_count = f.comment_count, upvote_count = f.upvote_count,
            listed_on = f.listed_on, withdrawn_on = f.withdrawn_on
        from folded_papers f
        where p.id = f.id
            and (p.identity, p.title, p.abstract, p.arxiv_id, p.doi, p.url, p.published_on, p.published_on_inferred,
                p.author_count, p.comment_count, p.upvote_count, p.listed_on, p.withdrawn_on)
            is distinct from (f.identity, f.title, f.abstract, f.arxiv_id, f.doi, f.url, f.published_on,
                f.published_on_inferred, f.author_count, f.comment_count, f.upvote_count, f.listed_on, f.withdrawn_on)
        returning p.id
        """;

    private const string MovedListings =
        "select id as listing_id, former_paper_id, paper_id from placed_listings where former_paper_id <> paper_id";

    private const string UpdateListings = """
        update listings l
        set line = p.line, title = p.title, title_key = p.title_key, abstract = p.abstract,
            arxiv_id = p.arxiv_id, doi = p.doi, url = p.url, published_on = p.published_on,
            published_on_inferred = p.published_on_inferred, author_count = p.author_count, author_names = p.author_names,
            comment_count = p.comment_count, upvote_count = p.upvote_count, keywords = p.keywords,
            organization_id = p.organization_id, listed_on = p.listed_on, listed_on_inferred = p.listed_on_inferred,
            withdrawn_on = p.withdrawn_on
        from placed_listings p
        where (l.paper_id, l.id) = (p.paper_id, p.id)
            and (l.line, l.title, l.title_key, l.abstract, l.arxiv_id, l.doi, l.url, l.published_on,
                l.published_on_inferred, l.author_count, l.author_names, l.comment_count, l.upvote_count, l.keywords,
                l.organization_id, l.listed_on, l.listed_on_inferred, l.withdrawn_on)
            is distinct from (p.line, p.title, p.title_key, p.abstract, p.arxiv_id, p.doi, p.url, p.published_on,
                p.published_on_inferred, p.author_count, p.author_names, p.comment_count, p.upvote_count, p.keywords,
                p.organization_id, p.listed_on, p.listed_on_inferred, p.withdrawn_on)
        """;

    private const string InsertListings = """
        insert into listings (
            id, paper_id, page_id, rank, line, title, title_key, abstract, arxiv_id, doi, url, published_on,
            published_on_inferred, author_count, author_names, comment_count, upvote_count, keywords, organization_id,
            listed_on, listed_on_inferred, withdrawn_on)
        overriding system value
        select
            id, paper_id, page_id, rank, line, title, title_key, abstract, arxiv_id, doi, url, published_on,
            published_on_inferred, author_count, author_names, comment_count, upvote_count, keywords, organization_id,
            listed_on, listed_on_inferred, withdrawn_on
        from placed_listings
        where former_paper_id is null
        order by id
        """;

    private const string DeleteListings = """
        delete from listings l
        using touched_papers t
        where l.paper_id = t.id and not exists (select from placed_listings p where p.id = l.id)
        """;

    private const string DeletePapers = "delete from papers where id = any(@emptied)";
}
