namespace PaperGraph.Data.Listings;

/// <summary>What one page states of one paper.</summary>
public sealed record ListedPaper
{
    public required long PageId { get; init; }

    /// <summary>From 1; of two with the same rank on one page the later stands.</summary>
    public required int Rank { get; init; }

    public int? Line { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    /// <summary>Without version.</summary>
    public string? ArxivId { get; init; }

    public string? Doi { get; init; }

    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public bool PublishedOnInferred { get; init; }

    public int? AuthorCount { get; init; }

    /// <summary>In their order; empty where they are not stated.</summary>
    public IReadOnlyList<string> AuthorNames { get; init; } = [];

    public int? CommentCount { get; init; }

    public int? UpvoteCount { get; init; }

    public long? OrganizationId { get; init; }

    public DateOnly? ListedOn { get; init; }

    public bool ListedOnInferred { get; init; }
}
