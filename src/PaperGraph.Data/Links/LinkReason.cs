using PaperGraph.Model;

namespace PaperGraph.Data.Links;

/// <summary>One term of a <see cref="Link"/>'s score.</summary>
public sealed class LinkReason
{
    public long PaperId { get; init; }

    public long RelatedId { get; init; }

    /// <summary>From 1, the heaviest first.</summary>
    public int Ordinal { get; init; }

    public ReasonKind Kind { get; set; }

    public long? ConceptId { get; set; }

    public long? OrganizationId { get; set; }

    public long? RepositoryId { get; set; }

    public IReadOnlyList<string>? Words { get; set; }

    public float Weight { get; set; }
}
