using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Repositories;

public sealed class PaperRepository
{
    public long PaperId { get; init; }

    public long RepositoryId { get; init; }

    /// <summary>Whether it is the authors' own; null where nobody says.</summary>
    public bool? IsOfficial { get; set; }
}

internal sealed class PaperRepositoryMapping : IEntityTypeConfiguration<PaperRepository>
{
    public void Configure(EntityTypeBuilder<PaperRepository> edge)
    {
        edge.HasKey(e => new { e.PaperId, e.RepositoryId });
        edge.HasIndex(e => new { e.RepositoryId, e.PaperId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Repository>().WithMany().HasForeignKey(e => e.RepositoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
