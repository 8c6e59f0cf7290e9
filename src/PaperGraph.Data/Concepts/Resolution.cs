using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Concepts;

/// <summary>What was stored last for a paper of what its mentions mean, and of its concepts and topics.</summary>
public sealed class Resolution
{
    public long PaperId { get; init; }

    public long Digest { get; set; }

    /// <summary>A digest of the part of it by which papers are compared: topics and confidence are not in it.</summary>
    public long Subject { get; set; }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> resolution)
    {
        resolution.HasKey(r => r.PaperId);
        resolution.HasOne<Paper>().WithMany().HasForeignKey(r => r.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
