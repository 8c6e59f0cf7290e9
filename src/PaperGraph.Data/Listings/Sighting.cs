using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Listings;

/// <summary>
/// A place on a page that says what a listing says, and when that place alone tells it to be so. Listings that several pages state have
/// one for each of them, their own included; all others have none. So when one of these pages gets another day, or says otherwise now, it
/// is known what the others say.
/// </summary>
public sealed class Sighting
{
    public long PaperId { get; init; }

    public long ListingId { get; init; }

    public long PageId { get; init; }

    public int Rank { get; init; }

    /// <summary>Of times that are not stated, when the page was first imported.</summary>
    public DateTimeOffset ObservedAt { get; set; }

    public DateTimeOffset LastObservedAt { get; set; }

    public bool ObservedAtStated { get; set; }
}

internal sealed class SightingMapping : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> sighting)
    {
        sighting.ToTable(table => table.Holds("observed", "rank > 0 and observed_at <= last_observed_at"));
        sighting.HasKey(s => new { s.PaperId, s.ListingId, s.PageId, s.Rank });
        sighting.HasIndex(s => new { s.PageId, s.Rank }).IsUnique();
        sighting.HasOne<Listing>().WithMany().HasForeignKey(s => new { s.PaperId, s.ListingId }).OnDelete(DeleteBehavior.Cascade);
        sighting.HasOne<Page>().WithMany().HasForeignKey(s => s.PageId).OnDelete(DeleteBehavior.Restrict);
    }
}
