using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Listings;

namespace PaperGraph.Data.Papers;

/// <summary>A listing with all that decides which paper it is of, and what that paper becomes.</summary>
/// <param name="Id">Null for one that is not stored yet.</param>
/// <param name="PaperId">The paper that it is of so far; null for one that is not stored yet.</param>
internal sealed record StatedPaper(long? Id, long? PaperId, string Source, string TitleKey, ListedPaper Listing)
{
    private const string Load = """
        select l.id, l.paper_id, g.source, l.title_key, l.page_id, l.rank, l.line, l.title, l.abstract, l.arxiv_id, l.doi, l.url,
            l.published_on, l.published_on_inferred, l.author_count, l.author_names, l.comment_count, l.upvote_count, l.keywords,
            l.organization_id, l.listed_on, l.listed_on_inferred, l.withdrawn_on
        from touched_papers t
        join listings l on l.paper_id = t.id
        join pages g on g.id = l.page_id
        """;

    /// <summary>What its arXiv id makes it; null where it states none.</summary>
    public string? ArxivIdentity => Listing.ArxivId is { } id ? PaperIdentity.OfArxiv(id) : null;

    public string? ArxivKey => Listing.ArxivId is { } id ? Papers.ArxivKey.Of(id) : null;

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

    /// <summary>The stored listings of the papers in <c>touched_papers</c>.</summary>
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
        Text.TitleKey.Of(listing.Title),
        listing with { ArxivId = listing.ArxivId ?? ArxivDoi.IdOf(listing.Doi), Doi = listing.Doi?.ToLowerInvariant() });

    private static StatedPaper Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetString(2),
        reader.GetString(3),
        new ListedPaper
        {
            PageId = reader.GetInt64(4),
            Rank = reader.GetInt32(5),
            Line = reader.ValueOrNull<int>(6),
            Title = reader.GetString(7),
            Abstract = reader.TextOrNull(8),
            ArxivId = reader.TextOrNull(9),
            Doi = reader.TextOrNull(10),
            Url = reader.TextOrNull(11),
            PublishedOn = reader.ValueOrNull<DateOnly>(12),
            PublishedOnInferred = reader.GetBoolean(13),
            AuthorCount = reader.ValueOrNull<int>(14),
            AuthorNames = reader.ArrayOrNull<string[]>(15) ?? [],
            CommentCount = reader.ValueOrNull<int>(16),
            UpvoteCount = reader.ValueOrNull<int>(17),
            Keywords = reader.ArrayOrNull<string[]>(18) ?? [],
            OrganizationId = reader.ValueOrNull<long>(19),
            ListedOn = reader.ValueOrNull<DateOnly>(20),
            ListedOnInferred = reader.GetBoolean(21),
            WithdrawnOn = reader.ValueOrNull<DateOnly>(22),
        });
}
