using PaperGraph.Model;

namespace PaperGraph.Data.Evidence;

/// <summary>
/// The words that prove one edge of a paper: to an organization, a repository or a resource. Every such edge has at least one.
/// </summary>
public sealed class PaperEvidence
{
    public long Id { get; init; }

    public long PaperId { get; set; }

    /// <summary>Together with <see cref="Role"/>; exactly one of the three targets is set.</summary>
    public long? OrganizationId { get; init; }

    public OrganizationRole? Role { get; init; }

    public long? RepositoryId { get; init; }

    /// <summary>The key of the address that it names, where the repository has another now (<c>repository_addresses</c>).</summary>
    public string? FormerKey { get; init; }

    public long? ResourceId { get; init; }

    /// <summary>Whether it says that a repository is the authors' own; null where it says nothing of that.</summary>
    public bool? IsOfficial { get; set; }

    /// <summary>The listing that states it; null for what an extractor found in the paper's stored text.</summary>
    public long? ListingId { get; init; }

    public required string Source { get; init; }

    public string? SourceUrl { get; set; }

    /// <summary><c>TITLE</c>, <c>ABSTRACT</c>, <c>BYLINE</c> or the name of the JSON field.</summary>
    public required string Field { get; init; }

    /// <summary>The slice of the stored text, or the value as read where there is no <see cref="Start"/>.</summary>
    public required string Quote { get; set; }

    /// <summary>In UTF-16 code units from the start of the field, as strings are counted in C# and JavaScript.</summary>
    public int? Start { get; init; }

    /// <summary>The length in UTF-16 code units.</summary>
    public int? Length { get; set; }

    public required string Extractor { get; init; }

    public required string Version { get; set; }

    /// <summary>How sure the extractor is, from 0 to 1.</summary>
    public float Confidence { get; set; }

    /// <summary>The hash of <see cref="Quote"/>, made by the database, because quotes are too long for an index.</summary>
    public long QuoteHash { get; private set; }
}
