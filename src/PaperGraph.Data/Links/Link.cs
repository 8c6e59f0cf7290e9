using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Links;

/// <summary>A paper related to another, seen from the other: the best fifty of each paper are kept.</summary>
public sealed class Link
{
    public long PaperId { get; init; }

    public long RelatedId { get; init; }

    /// <summary>The sum of the weights of its <see cref="LinkReason"/>s.</summary>
    public float Score { get; set; }

    /// <summary>1 to 50, best first.</summary>
    public int Rank { get; set; }
}

internal sealed class LinkMapping : IEntityTypeConfiguration<Link>
{
    /// <summary>Links kept of a paper.</summary>
    internal const int MaxLinks = 50;

    public void Configure(EntityTypeBuilder<Link> link)
    {
        link.ToTable(table =>
        {
            table.Holds("ends", "paper_id <> related_id");
            table.Holds("score", "score >= 0 and score < 'infinity'");
            table.Holds("rank", $"rank between 1 and {MaxLinks}");
        });
        link.HasKey(l => new { l.PaperId, l.RelatedId });
        link.HasIndex(l => new { l.PaperId, l.Rank }).IsUnique();
        link.HasIndex(l => l.RelatedId);
        link.HasOne<Paper>().WithMany().HasForeignKey(l => l.PaperId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Paper>().WithMany().HasForeignKey(l => l.RelatedId).OnDelete(DeleteBehavior.Cascade);
    }
}
