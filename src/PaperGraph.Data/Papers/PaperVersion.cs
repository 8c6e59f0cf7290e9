using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Papers;

/// <summary>A version of a paper.</summary>
public sealed class PaperVersion
{
    public long PaperId { get; init; }

    /// <summary>The first is 1.</summary>
    public int Number { get; init; }

    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Whether there is nothing to read in it but that the paper is withdrawn.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The source that states it; of several the best.</summary>
    public required string Source { get; set; }
}

internal sealed class PaperVersionMapping : IEntityTypeConfiguration<PaperVersion>
{
    public void Configure(EntityTypeBuilder<PaperVersion> version)
    {
        version.ToTable(table => table.Holds("number", "number > 0 and length(source) > 0"));
        version.HasKey(v => new { v.PaperId, v.Number });
        version.HasOne<Paper>().WithMany().HasForeignKey(v => v.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
