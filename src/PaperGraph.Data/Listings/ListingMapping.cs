using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Listings;

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable(table =>
        {
            table.Holds("texts", "length(title) > 0 and length(abstract) > 0");
            table.Holds("keys", $"""
                length(title_key) between 1 and {TextLimits.Name}
                and length(arxiv_id) between 1 and {TextLimits.ArxivId}
                and length(doi) between 1 and {TextLimits.Doi}
                and octet_length(url) between 1 and {TextLimits.Url}
                and length(open_alex_id) between 1 and {TextLimits.ArxivId}
                and length(semantic_scholar_id) between 1 and {TextLimits.ArxivId}
                """);
            table.Holds("place", "rank > 0 and line > 0");
            table.Holds("counts", "author_count >= 0 and comment_count >= 0 and upvote_count >= 0 and star_count >= 0");
            table.Holds("authors", "cardinality(author_names) > 0");
            table.Holds("inferred", """
                (published_on is not null or not published_on_inferred)
                and (listed_on is not null or not listed_on_inferred)
                """);
            table.Holds("observed", "observed_at <= last_observed_at");
        });
        listing.HasKey(l => new { l.PaperId, l.Id });
        listing.Property(l => l.Id).UseIdentityAlwaysColumn();
        listing.HasIndex(l => new { l.PageId, l.Rank }).IsUnique();
        listing.HasIndex(l => l.TitleKey);
        listing.HasIndex(l => l.Doi).HasFilter("doi is not null");
        listing.HasIndex(l => l.OpenAlexId).HasFilter("open_alex_id is not null");
        listing.HasIndex(l => l.SemanticScholarId).HasFilter("semantic_scholar_id is not null");
        listing.Property(l => l.Details).HasColumnType("jsonb");
        listing.HasIndex(l => new { l.ListedOn, l.PaperId });
        listing.HasIndex(l => l.OrganizationId).HasFilter("organization_id is not null");
        listing.HasOne<Paper>().WithMany().HasForeignKey(l => l.PaperId).OnDelete(DeleteBehavior.Restrict);
        listing.HasOne<Page>().WithMany().HasForeignKey(l => l.PageId).OnDelete(DeleteBehavior.Restrict);
        listing.HasOne<Organization>().WithMany().HasForeignKey(l => l.OrganizationId).OnDelete(DeleteBehavior.Restrict);
    }
}
