using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Analysis;

/// <summary>What connects a community to another. The other way round there is another row.</summary>
public sealed class CommunityTie
{
    public long CommunityId { get; init; }

    public long OtherId { get; init; }

    /// <summary>What the edges between them weigh together.</summary>
    public float Weight { get; set; }

    /// <summary>How many edges there are between them.</summary>
    public int EdgeCount { get; set; }

    /// <summary>The concepts that papers of both have, the strongest first; one that is deleted stays until the next analysis.</summary>
    public required long[] ConceptIds { get; set; }
}

internal sealed class CommunityTieMapping : IEntityTypeConfiguration<CommunityTie>
{
    public void Configure(EntityTypeBuilder<CommunityTie> tie)
    {
        tie.ToTable(table => table.Holds("measures", "weight > 0 and weight < 'infinity' and edge_count > 0 and community_id <> other_id"));
        tie.HasKey(t => new { t.CommunityId, t.OtherId });
        tie.HasIndex(t => new { t.CommunityId, t.Weight, t.OtherId });
        tie.HasIndex(t => t.OtherId);
        tie.HasOne<Community>().WithMany().HasForeignKey(t => t.CommunityId).OnDelete(DeleteBehavior.Cascade);
        tie.HasOne<Community>().WithMany().HasForeignKey(t => t.OtherId).OnDelete(DeleteBehavior.Cascade);
    }
}
