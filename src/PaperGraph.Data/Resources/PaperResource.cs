using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Resources;

public sealed class PaperResource
{
    public long PaperId { get; init; }

    public long ResourceId { get; init; }
}

internal sealed class PaperResourceMapping : IEntityTypeConfiguration<PaperResource>
{
    public void Configure(EntityTypeBuilder<PaperResource> edge)
    {
        edge.HasKey(e => new { e.PaperId, e.ResourceId });
        edge.HasIndex(e => new { e.ResourceId, e.PaperId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Resource>().WithMany().HasForeignKey(e => e.ResourceId).OnDelete(DeleteBehavior.Cascade);
    }
}
