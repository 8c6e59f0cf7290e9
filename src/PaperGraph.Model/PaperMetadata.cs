namespace PaperGraph.Model;

/// <summary>
/// What is stated of a paper; null is "not stated". Texts have their line breaks and runs of blanks made one blank, paragraphs are
/// kept apart by an empty line, and no control characters are left in them.
/// </summary>
public abstract record PaperMetadata
{
    public required string Title { get; init; }

    public string? Abstract { get; init; }

    /// <summary>
    /// The arXiv id without its version, such as <c>2312.03876</c> or <c>quant-ph/0201082</c>. A DOI that arXiv registered states it too.
    /// </summary>
    public string? ArxivId
    {
        get => field ?? ArxivIds.FromDoi(Doi);
        init;
    }

    /// <summary>The DOI in lower case and without the address of a resolver, such as <c>10.1000/182</c>.</summary>
    public string? Doi
    {
        get;
        init => field = value?.ToLowerInvariant();
    }

    /// <summary>The address that a page gives for this paper.</summary>
    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>True where the year of <see cref="PublishedOn"/> was neither stated nor given, but inferred.</summary>
    public bool PublishedOnInferred { get; init; }

    /// <summary>The names in the order of the paper, in which one may stand twice. Empty where names are not stated.</summary>
    public IReadOnlyList<string> AuthorNames { get; init; } = [];

    /// <summary>
    /// The number of authors, which may be stated where their names are not, and may be unknown where they are: of a list that ends in
    /// "and others" nobody knows how many there are.
    /// </summary>
    public int? AuthorCount { get; init; }

    public int? CommentCount { get; init; }

    public int? UpvoteCount { get; init; }

    /// <summary>The latest day on whose list the paper stands.</summary>
    public DateOnly? ListedOn { get; init; }
}
