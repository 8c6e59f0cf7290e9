namespace PaperGraph.Model.Stated;

/// <summary>The other end of a citation: what is known of a work that need not be a paper of the graph.</summary>
public sealed record StatedWork
{
    public string? ArxivId { get; init; }

    /// <summary>In lower case.</summary>
    public string? Doi { get; init; }

    /// <summary>Such as <c>W2741809807</c>.</summary>
    public string? OpenAlexId { get; init; }

    /// <summary>The hash that Semantic Scholar calls <c>paperId</c>.</summary>
    public string? SemanticScholarId { get; init; }

    /// <summary>Its ids in catalogues; null where none is stated.</summary>
    public StatedCatalogueIds? Ids { get; init; }

    public string? Title { get; init; }

    public int? Year { get; init; }
}
