using PaperGraph.Model;

namespace PaperGraph.Data.Listings;

/// <summary>A listing on a page that is stored.</summary>
/// <param name="Paper">Of two with the same rank on one page the later stands. One that was stored before comes without its links and
/// its organization's words: the database keeps them as evidence.</param>
/// <param name="OrganizationId">The id of the organization that the listing names.</param>
public sealed record PageListing(long PageId, ListedPaper Paper, long? OrganizationId = null);
