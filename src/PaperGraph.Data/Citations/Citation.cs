using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Citations;

/// <summary>That one paper of the graph cites another, as an end of either says.</summary>
public sealed class Citation
{
    public long PaperId { get; init; }

    public long CitedPaperId { get; init; }

    /// <summary>The citing paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class CitationMapping : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> citation)
    {
        citation.HasKey(c => new { c.PaperId, c.CitedPaperId });
        citation.HasIndex(c => new { c.CitedPaperId, c.PublishedOrder, c.PaperId });
        citation.HasOne<Paper>().WithMany().HasForeignKey(c => c.PaperId).OnDelete(DeleteBehavior.Cascade);

        // It tidies up alone, and can be dropped.
        citation.HasOne<Paper>().WithMany().HasForeignKey(c => c.CitedPaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
