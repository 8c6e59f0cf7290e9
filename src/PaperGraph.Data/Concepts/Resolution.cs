using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Concepts;

/// <summary>What was stored last for a paper of what its mentions mean, and of its concepts and topics.</summary>
public sealed class Resolution
{
    /// <summary>The <see cref="Digest"/> of a paper of which nothing is stored any more, though it is counted still.</summary>
    internal const long NoDigest = 0;

    public long PaperId { get; init; }

    public long Digest { get; set; }

    /// <summary>A digest of the part of it by which papers are compared: topics and confidence are not in it.</summary>
    public long Subject { get; set; }

    /// <summary>What the paper's names are counted as in the collection; null where they are not counted.</summary>
    public byte[]? Meanings { get; set; }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> resolution)
    {
        // No foreign key: a paper that is gone stays counted until what it was counted as is taken away.
        resolution.HasKey(r => r.PaperId);
        resolution.Property(r => r.PaperId).ValueGeneratedNever();
    }
}
