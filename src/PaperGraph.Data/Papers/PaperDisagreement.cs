using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>A field of a paper of which its sources say different things. What they say stands in the listings.</summary>
public sealed class PaperDisagreement
{
    public long PaperId { get; init; }

    public MetadataField Field { get; init; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperDisagreementMapping : IEntityTypeConfiguration<PaperDisagreement>
{
    public void Configure(EntityTypeBuilder<PaperDisagreement> disagreement)
    {
        disagreement.ToTable(table => table.HasNames<PaperDisagreement, MetadataField>("field"));
        disagreement.HasKey(d => new { d.PaperId, d.Field });
        disagreement.Property(d => d.Field).IsStoredByName();
        disagreement.HasIndex(d => new { d.Field, d.PublishedOrder, d.PaperId });
        disagreement.HasOne<Paper>().WithMany().HasForeignKey(d => d.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
