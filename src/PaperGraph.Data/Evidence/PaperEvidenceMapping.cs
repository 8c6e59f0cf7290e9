using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Listings;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Repositories;
using PaperGraph.Data.Resources;
using PaperGraph.Model;

namespace PaperGraph.Data.Evidence;

internal sealed class PaperEvidenceMapping : IEntityTypeConfiguration<PaperEvidence>
{
    public void Configure(EntityTypeBuilder<PaperEvidence> evidence)
    {
        evidence.ToTable(table =>
        {
            table.HasNames<PaperEvidence, OrganizationRole>("role");
            table.Holds("target", """
                num_nonnulls(organization_id, repository_id, resource_id) = 1
                and (organization_id is null) = (role is null)
                and (is_official is null or repository_id is not null)
                and (former_key is null or repository_id is not null)
                """);
            table.Holds("span", "start >= 0 and length > 0 and (start is null) = (length is null)");
            table.Holds("texts", """
                length(source) > 0
                and length(field) > 0
                and length(quote) > 0
                and length(extractor) > 0
                and length(version) > 0
                """);
            table.Holds("confidence", "confidence between 0 and 1");
        });
        evidence.HasKey(e => new { e.PaperId, e.Id });
        evidence.Property(e => e.Id).UseIdentityAlwaysColumn();
        evidence.Property(e => e.Role).IsStoredByName();
        evidence.Property(e => e.QuoteHash).HasComputedColumnSql("hashtextextended(quote, 0)", stored: true);

        evidence.HasIndex(
            e => new
            {
                e.PaperId,
                e.OrganizationId,
                e.Role,
                e.RepositoryId,
                e.FormerKey,
                e.ResourceId,
                e.ListingId,
                e.Source,
                e.Field,
                e.Start,
                e.QuoteHash,
                e.Extractor,
            }).IsUnique().AreNullsDistinct(false).HasDatabaseName("ix_evidence_statement");
        evidence.HasIndex(e => new { e.PaperId, e.OrganizationId, e.Role }).HasFilter("organization_id is not null");
        evidence.HasIndex(e => new { e.PaperId, e.RepositoryId }).HasFilter("repository_id is not null");
        evidence.HasIndex(e => new { e.PaperId, e.ResourceId }).HasFilter("resource_id is not null");
        evidence.HasIndex(e => new { e.PaperId, e.ListingId }).HasFilter("listing_id is not null");

        evidence.HasOne<PaperOrganization>().WithMany().HasForeignKey(e => new { e.PaperId, e.OrganizationId, e.Role })
            .OnDelete(DeleteBehavior.Cascade);
        evidence.HasOne<PaperRepository>().WithMany().HasForeignKey(e => new { e.PaperId, e.RepositoryId })
            .OnDelete(DeleteBehavior.Cascade);
        evidence.HasOne<PaperResource>().WithMany().HasForeignKey(e => new { e.PaperId, e.ResourceId })
            .OnDelete(DeleteBehavior.Cascade);
        evidence.HasOne<Listing>().WithMany().HasForeignKey(e => new { e.PaperId, e.ListingId }).OnDelete(DeleteBehavior.Cascade);
    }
}
