using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Organizations;
using PaperGraph.Data.Repositories;
using PaperGraph.Model;

namespace PaperGraph.Data.Links;

internal sealed class LinkReasonMapping : IEntityTypeConfiguration<LinkReason>
{
    public void Configure(EntityTypeBuilder<LinkReason> reason)
    {
        reason.ToTable(table =>
        {
            table.HasNames<LinkReason, ReasonKind>("kind");
            table.Holds("ordinal", "ordinal > 0");
            table.Holds("weight", "weight >= 0 and weight < 'infinity'");
            table.Holds("target", """
                (organization_id is not null) = (kind = 'ORGANIZATION')
                and (repository_id is not null) = (kind = 'REPOSITORY')
                and (words is not null) = (kind = 'WORDS')
                and (concept_id is not null) = (kind not in ('ORGANIZATION', 'REPOSITORY', 'WORDS'))
                """);
            table.Holds("words", "cardinality(words) > 0");
        });
        reason.HasKey(r => new { r.PaperId, r.RelatedId, r.Ordinal });
        reason.Property(r => r.Kind).IsStoredByName();
        reason.HasIndex(r => r.ConceptId).HasFilter("concept_id is not null");
        reason.HasIndex(r => r.OrganizationId).HasFilter("organization_id is not null");
        reason.HasIndex(r => r.RepositoryId).HasFilter("repository_id is not null");
        reason.HasOne<Link>().WithMany().HasForeignKey(r => new { r.PaperId, r.RelatedId }).OnDelete(DeleteBehavior.Cascade);
        reason.HasOne<Concept>().WithMany().HasForeignKey(r => r.ConceptId).OnDelete(DeleteBehavior.Cascade);
        reason.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Cascade);
        reason.HasOne<Repository>().WithMany().HasForeignKey(r => r.RepositoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
