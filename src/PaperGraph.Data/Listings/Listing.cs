namespace PaperGraph.Data.Listings;

/// <summary>One paper's place on one page, and what was stated there.</summary>
public sealed class Listing
{
    public long Id { get; init; }

    public long PaperId { get; set; }

    public long PageId { get; init; }

    /// <summary>The position on the page; the first is 1.</summary>
    public int Rank { get; init; }

    /// <summary>Where the title stands, from 1; null where lines mean nothing, as in JSON.</summary>
    public int? Line { get; set; }

    public required string Title { get; set; }

    public required string TitleKey { get; set; }

    public string? Abstract { get; set; }

    public string? ArxivId { get; set; }

    public string? Doi { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public bool PublishedOnInferred { get; set; }

    public int? AuthorCount { get; set; }

    /// <summary>The names as printed and in their order; null where only their number is stated, or not even that.</summary>
    public IReadOnlyList<string>? AuthorNames { get; set; }

    public int? CommentCount { get; set; }

    public int? UpvoteCount { get; set; }

    public long? OrganizationId { get; set; }

    /// <summary>The day of the list; the page's, or the listing's own where the source states one.</summary>
    public DateOnly? ListedOn { get; set; }

    public bool ListedOnInferred { get; set; }

    /// <summary>Such as <c>W2741809807</c>.</summary>
    public string? OpenAlexId { get; set; }

    /// <summary>The hash that Semantic Scholar calls <c>paperId</c>.</summary>
    public string? SemanticScholarId { get; set; }

    /// <summary>A <see cref="PaperGraph.Model.Stated.PaperDetails"/> as JSON; null where nothing of the kind is stated.</summary>
    public string? Details { get; set; }

    /// <summary>The stars of the paper's repository.</summary>
    public int? StarCount { get; set; }

    /// <summary>When this was first seen to be so, as <see cref="Observation"/> says.</summary>
    public DateTimeOffset ObservedAt { get; set; }

    /// <summary>When the same was seen last; a listing that states nothing new adds no row.</summary>
    public DateTimeOffset LastObservedAt { get; set; }

    /// <summary>Whether the source or the file states the time of the observation.</summary>
    public bool ObservedAtStated { get; set; }

    /// <summary>The digest of all that is stated, by which one that states the same is known.</summary>
    public long Digest { get; set; }
}
