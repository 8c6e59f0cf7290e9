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

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperRepositoryMapping : IEntityTypeConfiguration<PaperRepository>
{
    public void Configure(EntityTypeBuilder<PaperRepository> edge)
    {
        edge.HasKey(e => new { e.PaperId, e.RepositoryId });
        edge.HasIndex(e => new { e.RepositoryId, e.PublishedOrder, e.PaperId });
        // What the papers of some days have, without a look at any of them.
        edge.HasIndex(e => new { e.PublishedOrder, e.RepositoryId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Repository>().WithMany().HasForeignKey(e => e.RepositoryId).OnDelete(DeleteBehavior.Cascade);
    }
}
