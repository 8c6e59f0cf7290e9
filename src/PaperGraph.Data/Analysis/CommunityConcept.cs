using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Concepts;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Analysis;

/// <summary>A concept that tells a community from the others.</summary>
public sealed class CommunityConcept
{
    public long CommunityId { get; init; }

    public long ConceptId { get; init; }

    /// <summary>How much it tells, by c-TF-IDF.</summary>
    public float Score { get; set; }

    /// <summary>How many papers of the community had it.</summary>
    public int PaperCount { get; set; }
}

internal sealed class CommunityConceptMapping : IEntityTypeConfiguration<CommunityConcept>
{
    public void Configure(EntityTypeBuilder<CommunityConcept> concept)
    {
        concept.ToTable(table => table.Holds("measures", "score > 0 and score < 'infinity' and paper_count > 0"));
        concept.HasKey(c => new { c.CommunityId, c.ConceptId });
        concept.HasIndex(c => new { c.CommunityId, c.Score, c.ConceptId });
        concept.HasIndex(c => c.ConceptId);
        concept.HasOne<Community>().WithMany().HasForeignKey(c => c.CommunityId).OnDelete(DeleteBehavior.Cascade);
        concept.HasOne<Concept>().WithMany().HasForeignKey(c => c.ConceptId).OnDelete(DeleteBehavior.Cascade);
    }
}
