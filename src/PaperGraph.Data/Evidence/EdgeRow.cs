using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Evidence;

/// <summary>What an edge of a paper leads to.</summary>
public abstract record EdgeTarget
{
    private protected EdgeTarget()
    {
    }
}

public sealed record OrganizationTarget(long OrganizationId, OrganizationRole Role) : EdgeTarget;

/// <param name="IsOfficial">Whether the repository is the authors' own; null where the text does not say.</param>
/// <param name="FormerKey">The key of the address by which it is named, where it has another now.</param>
public sealed record RepositoryTarget(long RepositoryId, bool? IsOfficial = null, string? FormerKey = null) : EdgeTarget;

public sealed record ResourceTarget(long ResourceId) : EdgeTarget;

/// <summary>The words that prove an edge; see <see cref="PaperEvidence"/> for what each part is.</summary>
/// <param name="Start">Null, with <paramref name="Length"/>, where the quote is a value as read.</param>
public sealed record EvidenceRow(
    string Source,
    string Field,
    string Quote,
    int? Start,
    int? Length,
    string Extractor,
    string Version,
    float Confidence,
    string? SourceUrl = null);

/// <summary>An edge that a listing states.</summary>
public sealed record StatedEdge(PlacedListing Listing, EdgeTarget Target, EvidenceRow Evidence);

/// <summary>An edge that an extractor found in a paper's stored text.</summary>
public sealed record FoundEdge(long PaperId, EdgeTarget Target, EvidenceRow Evidence);
