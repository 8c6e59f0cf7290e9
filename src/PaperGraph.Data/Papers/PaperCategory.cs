using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Papers;

/// <summary>A category of arXiv that a paper is in.</summary>
public sealed class PaperCategory
{
    public long PaperId { get; init; }

    /// <summary>The code, such as <c>cs.CL</c>.</summary>
    public required string Category { get; init; }

    /// <summary>The place among the paper's categories; 0 for the one that it was submitted to.</summary>
    public int Position { get; set; }

    /// <summary>The source that states it; of several the best.</summary>
    public required string Source { get; set; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperCategoryMapping : IEntityTypeConfiguration<PaperCategory>
{
    public void Configure(EntityTypeBuilder<PaperCategory> category)
    {
        category.ToTable(table => table.Holds("texts", "length(category) between 1 and 64 and length(source) > 0 and position >= 0"));
        category.HasKey(c => new { c.PaperId, c.Category });
        category.HasIndex(c => new { c.Category, c.PublishedOrder, c.PaperId });
        category.HasOne<Paper>().WithMany().HasForeignKey(c => c.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
