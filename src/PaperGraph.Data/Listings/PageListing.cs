using PaperGraph.Model;

namespace PaperGraph.Data.Listings;

/// <summary>A listing on a page that is stored.</summary>
/// <param name="Paper">What the listing says of the paper. Of two listings with the same rank on one page the later one is stored. A
/// listing that was stored before comes without its links and its organization's words, which the database keeps as evidence.</param>
/// <param name="OrganizationId">The id of the organization that the listing names.</param>
public sealed record PageListing(long PageId, ListedPaper Paper, long? OrganizationId = null)
{
    /// <summary>Whether the same page was met before: then what it states was so at both times.</summary>
    public bool IsSeenAgain { get; init; }

    /// <summary>Whether what it states tells the time at which it was so, whatever day its page has.</summary>
    public bool HasOwnTime { get; init; }

    /// <summary>
    /// When the page was known to say so, where neither it nor the listing states a time or a day; null where nobody knows.
    /// </summary>
    public WrittenSpan? Written { get; init; }
}
