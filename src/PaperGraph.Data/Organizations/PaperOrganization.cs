using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Organizations;

public sealed class PaperOrganization
{
    public long PaperId { get; init; }

    public long OrganizationId { get; init; }

    public OrganizationRole Role { get; init; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperOrganizationMapping : IEntityTypeConfiguration<PaperOrganization>
{
    public void Configure(EntityTypeBuilder<PaperOrganization> edge)
    {
        edge.ToTable(table => table.HasNames<PaperOrganization, OrganizationRole>("role"));
        edge.HasKey(e => new { e.PaperId, e.OrganizationId, e.Role });
        edge.Property(e => e.Role).IsStoredByName();
        edge.HasIndex(e => new { e.OrganizationId, e.PublishedOrder, e.PaperId });
        // Whose the papers of some days are, without a look at any of them.
        edge.HasIndex(e => new { e.PublishedOrder, e.OrganizationId, e.PaperId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Organization>().WithMany().HasForeignKey(e => e.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
