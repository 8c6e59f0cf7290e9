using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Papers;

/// <summary>The id of a paper that turned out to be another: it goes on leading to that one.</summary>
public sealed class FormerPaper
{
    public long Id { get; init; }

    public long PaperId { get; set; }
}

internal sealed class FormerPaperMapping : IEntityTypeConfiguration<FormerPaper>
{
    public void Configure(EntityTypeBuilder<FormerPaper> former)
    {
        former.HasKey(f => f.Id);
        former.Property(f => f.Id).ValueGeneratedNever();
        former.HasOne<Paper>().WithMany().HasForeignKey(f => f.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
