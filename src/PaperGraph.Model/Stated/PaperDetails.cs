namespace PaperGraph.Model.Stated;

/// <summary>
/// What a source states of a paper beside its title, texts, counts and days. It is kept with the listing as it was read, and what the graph
/// has of it is merged from the listings of a paper, so that the order in which they come never matters.
/// </summary>
public sealed record PaperDetails
{
    /// <summary>The codes of arXiv's categories, such as <c>cs.CL</c>, as the source orders them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The category that the paper was submitted to.</summary>
    public string? PrimaryCategory { get; init; }

    /// <summary>Its ids in catalogues; null where the source gives none.</summary>
    public StatedCatalogueIds? Ids { get; init; }

    public IReadOnlyList<StatedVersion> Versions { get; init; } = [];

    /// <summary>Whether the authors or the archive took the paper back; null where the source does not say.</summary>
    public bool? IsWithdrawn { get; init; }

    /// <summary>How many papers cite it, as the source counts them.</summary>
    public int? CitationCount { get; init; }

    /// <summary>What the paper cites, in the order of the source.</summary>
    public IReadOnlyList<StatedWork> References { get; init; } = [];

    /// <summary>What cites the paper, as far as the source tells.</summary>
    public IReadOnlyList<StatedWork> CitedBy { get; init; } = [];

    /// <summary>What is known of its authors beside their names, in their order.</summary>
    public IReadOnlyList<StatedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<StatedResult> Results { get; init; } = [];
}
