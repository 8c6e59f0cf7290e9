using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Listings;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>A listing with all that decides which paper it is of, and what that paper becomes.</summary>
/// <param name="Id">Null for one that is not stored yet.</param>
/// <param name="PaperId">The paper that it is of so far; null for one that is not stored yet.</param>
internal sealed record StatedPaper(long? Id, long? PaperId, string Source, string TitleKey, ListedPaper Listing)
{
    private static readonly string Load = $"""
        select l.id, l.paper_id, l.page_id, l.rank, {PaperMerge.ListingColumns.From("l")}, g.source
        from affected_papers affected
        join listings l on l.paper_id = affected.id
        join pages g on g.id = l.page_id
        """;

    /// <summary>What its arXiv id makes it; null where it states none.</summary>
    public string? ArxivIdentity => Listing.ArxivId is { } id ? PaperIdentity.FromArxiv(id) : null;

    public string? ArxivKey => Listing.ArxivId is { } id ? ArxivIds.ToKey(id) : null;

    public string? Doi => Listing.Doi;

    /// <summary>All that it is known by.</summary>
    public IEnumerable<(PaperKeyKind Kind, string Key)> Keys
    {
        get
        {
            if (ArxivKey is { } arxiv) yield return (PaperKeyKind.Arxiv, arxiv);
            if (Doi is { } doi && ArxivDoi.IdOf(doi) is null) yield return (PaperKeyKind.Doi, doi);
            yield return (PaperKeyKind.Title, TitleKey);
        }
    }

    public (long PageId, int Rank) Place => (Listing.PageId, Listing.Rank);

    /// <summary>The stored listings of the papers in <c>affected_papers</c>.</summary>
    public static Task<List<StatedPaper>> LoadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.QueryAsync(Load, Read, cancellationToken);

    /// <summary>
    /// A listing as it arrives, with the keys by which it is compared. DOIs are compared and kept in lower case, arXiv ids kept as
    /// they are printed; a DOI that arXiv registered states the arXiv id.
    /// </summary>
    public static StatedPaper From(ListedPaper listing, string source) => new(
        null,
        null,
        source,
        Model.TitleKey.Create(listing.Title),
        listing with { ArxivId = listing.ArxivId ?? ArxivDoi.IdOf(listing.Doi), Doi = listing.Doi?.ToLowerInvariant() });

    private static StatedPaper Read(NpgsqlDataReader row) => new(
        row.Value<long>("id"),
        row.Value<long>("paper_id"),
        row.Value<string>("source"),
        row.Value<string>("title_key"),
        new ListedPaper
        {
            PageId = row.Value<long>("page_id"),
            Rank = row.Value<int>("rank"),
            Line = row.ValueOrNull<int>("line"),
            Title = row.Value<string>("title"),
            Abstract = row.TextOrNull("abstract"),
            ArxivId = row.TextOrNull("arxiv_id"),
            Doi = row.TextOrNull("doi"),
            Url = row.TextOrNull("url"),
            PublishedOn = row.ValueOrNull<DateOnly>("published_on"),
            PublishedOnInferred = row.Value<bool>("published_on_inferred"),
            AuthorCount = row.ValueOrNull<int>("author_count"),
            AuthorNames = row.ObjectOrNull<string[]>("author_names") ?? [],
            CommentCount = row.ValueOrNull<int>("comment_count"),
            UpvoteCount = row.ValueOrNull<int>("upvote_count"),
            OrganizationId = row.ValueOrNull<long>("organization_id"),
            ListedOn = row.ValueOrNull<DateOnly>("listed_on"),
            ListedOnInferred = row.Value<bool>("listed_on_inferred"),
        });
}
