using NpgsqlTypes;

namespace PaperGraph.Data.Papers;

/// <summary>
/// One paper, whatever it was read from. All but its id, slug and import time is merged from its listings
/// (<see cref="MergedPaper"/>), so that the order in which they arrive never matters.
/// </summary>
public sealed class Paper
{
    public long Id { get; init; }

    /// <summary>What listings of the same paper have in common, as <see cref="PaperIdentity"/> says.</summary>
    public required string Identity { get; set; }

    /// <summary>Its name in addresses; given once and kept. The keys that lead to it are <see cref="PaperKey"/>s.</summary>
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public string? Abstract { get; set; }

    /// <summary>Without version, as <c>2310.06825</c> or <c>quant-ph/0201082</c>.</summary>
    public string? ArxivId { get; set; }

    public string? Doi { get; set; }

    public string? Url { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>Whether the year was inferred, because the source left it out.</summary>
    public bool PublishedOnInferred { get; set; }

    /// <summary>The number of authors, which is known even where their names are not.</summary>
    public int? AuthorCount { get; set; }

    public int? CommentCount { get; set; }

    public int? UpvoteCount { get; set; }

    /// <summary>How many papers cite it, as the best source counts them.</summary>
    public int? CitationCount { get; set; }

    /// <summary>Whether it was taken back; false where no source says so.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The latest day on which it was listed.</summary>
    public DateOnly? ListedOn { get; set; }

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>
    /// The hash of title and abstract as stored, made by the database: what is derived from them is out of date where it has another.
    /// </summary>
    public long TextHash { get; private set; }

    /// <summary>What lists by <see cref="PublishedOn"/> compare, made by the database: an unknown day comes before all days.</summary>
    public DateOnly PublishedOrder { get; private set; }

    /// <summary>The value that lists in the order of <see cref="ListedOn"/> compare.</summary>
    public DateOnly ListedOrder { get; private set; }

    /// <summary>The value that lists in the order of <see cref="UpvoteCount"/> compare.</summary>
    public int UpvoteOrder { get; private set; }

    /// <summary>The value that lists in the order of <see cref="CommentCount"/> compare.</summary>
    public int CommentOrder { get; private set; }

    /// <summary>What lists by <see cref="Title"/> compare, made by the database: the beginning of it, without regard to case.</summary>
    public string TitleOrder { get; private set; } = null!;

    /// <summary>The title's part of <see cref="Search"/>.</summary>
    public NpgsqlTsVector TitleSearch { get; private set; } = null!;

    /// <summary>
    /// Full text made by the database (<see cref="PaperGraph.Data.Search.TextSearchSql"/>): the title weighs A, the abstract B.
    /// </summary>
    public NpgsqlTsVector Search { get; private set; } = null!;
}
