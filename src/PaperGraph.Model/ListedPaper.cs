using PaperGraph.Model.Links;
using PaperGraph.Model.Stated;

namespace PaperGraph.Model;

/// <summary>What one page states of one paper.</summary>
public sealed record ListedPaper : PaperMetadata
{
    /// <summary>The position on the page; the first is 1.</summary>
    public required int Rank { get; init; }

    /// <summary>The line, counted from 1, on which the title begins; null where lines mean nothing, as in JSON.</summary>
    public int? Line { get; init; }

    /// <summary>True where the year of <see cref="PaperMetadata.ListedOn"/> was inferred.</summary>
    public bool ListedOnInferred { get; init; }

    /// <summary>When this was seen, where the source or the file states it: when the page was saved, or the record last changed.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The stars of the paper's repository.</summary>
    public int? StarCount { get; init; }

    public StatedOrganization? Organization { get; init; }

    /// <summary>The work in OpenAlex, such as <c>W2741809807</c>.</summary>
    public string? OpenAlexId { get; init; }

    /// <summary>The hash that Semantic Scholar calls <c>paperId</c>.</summary>
    public string? SemanticScholarId { get; init; }

    /// <summary>What else the source states; null where it states nothing of the kind.</summary>
    public PaperDetails? Details { get; init; }

    /// <summary>Repositories, project pages, models, … that fields of the source name.</summary>
    public IReadOnlyList<StatedLink> Links { get; init; } = [];
}

/// <summary>An organization as a source names it: the slug as printed, and the name to show.</summary>
/// <param name="Stated">The words that say so: a byline's line, or the value of the field.</param>
/// <param name="Field"><c>BYLINE</c>, or the name of the JSON field.</param>
public sealed record StatedOrganization(string Slug, string Name, string Stated, string Field);
