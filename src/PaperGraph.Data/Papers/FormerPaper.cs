using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>The id of a paper that turned out to be another: it goes on leading to that one.</summary>
public sealed class FormerPaper
{
    public long Id { get; init; }

    public long PaperId { get; set; }

    /// <summary>What it was known by, so that it comes back under its id and slug where later evidence tells it apart again.</summary>
    public required string Identity { get; init; }

    public required string Slug { get; init; }
}

internal sealed class FormerPaperMapping : IEntityTypeConfiguration<FormerPaper>
{
    public void Configure(EntityTypeBuilder<FormerPaper> former)
    {
        former.ToTable(table => table.Holds("texts", $"""
            length(identity) between 1 and {TextLimits.Name} and length(slug) between 1 and {TextLimits.Slug}
            """));
        former.HasKey(f => f.Id);
        former.Property(f => f.Id).ValueGeneratedNever();
        former.HasOne<Paper>().WithMany().HasForeignKey(f => f.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
