using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Organizations;

/// <summary>The id of an organization that was merged into another: it goes on leading to that one.</summary>
public sealed class FormerOrganization
{
    public long Id { get; init; }

    public long OrganizationId { get; set; }
}

internal sealed class FormerOrganizationMapping : IEntityTypeConfiguration<FormerOrganization>
{
    public void Configure(EntityTypeBuilder<FormerOrganization> former)
    {
        former.HasKey(f => f.Id);
        former.Property(f => f.Id).ValueGeneratedNever();
        former.HasOne<Organization>().WithMany().HasForeignKey(f => f.OrganizationId).OnDelete(DeleteBehavior.Cascade);
    }
}
