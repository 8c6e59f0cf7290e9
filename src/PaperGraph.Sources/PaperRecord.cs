using PaperGraph.Model.Links;

namespace PaperGraph.Sources;

/// <summary>
/// What one page states of one paper; null is "not stated". Texts have their line breaks and runs of blanks made one
/// blank, paragraphs are kept apart by an empty line, and no control characters are left in them.
/// </summary>
public sealed record PaperRecord : SourceItem
{
    public required string Title { get; init; }

    public string? Abstract { get; init; }

    /// <summary>The arXiv id without its version, such as <c>2312.03876</c> or <c>quant-ph/0201082</c>.</summary>
    public string? ArxivId { get; init; }

    /// <summary>The DOI in lower case and without the address of a resolver, such as <c>10.1000/182</c>.</summary>
    public string? Doi { get; init; }

    /// <summary>The address that the page gives for this paper.</summary>
    public string? Url { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>True where the year of <see cref="PublishedOn"/> was neither stated nor given, but inferred.</summary>
    public bool PublishedOnInferred { get; init; }

    /// <summary>The day on whose list the paper stands, where the paper itself says so.</summary>
    public DateOnly? ListedOn { get; init; }

    /// <summary>The names in the order of the paper, in which one may stand twice. Empty where names are not stated.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The number of authors, which may be stated where their names are not.</summary>
    public int? AuthorCount { get; init; }

    public int? CommentCount { get; init; }

    public int? UpvoteCount { get; init; }

    public StatedOrganization? Organization { get; init; }

    /// <summary>Repositories, project pages, models, … that fields of the source name.</summary>
    public IReadOnlyList<StatedLink> Links { get; init; } = [];

    /// <summary>The place on the page, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>The line, counted from 1, on which the title begins; null in JSON.</summary>
    public int? Line { get; init; }
}

/// <summary>An organization as a source names it: the slug as printed, and the name to show.</summary>
/// <param name="Stated">The words that say so: a byline's line, or the value of the field.</param>
/// <param name="Field"><c>BYLINE</c>, or the name of the JSON field.</param>
public sealed record StatedOrganization(string Slug, string Name, string Stated, string Field);

/// <summary>A link that a field of the source gives as its value, without a place in a text.</summary>
/// <param name="Field">The name of the JSON field, such as <c>githubRepo</c>.</param>
/// <param name="Value">The value as it stands there.</param>
public sealed record StatedLink(string Field, string Value, LinkTarget Target);
