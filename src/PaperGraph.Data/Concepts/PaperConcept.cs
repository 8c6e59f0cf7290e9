using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Concepts;

public sealed class PaperConcept
{
    public long PaperId { get; init; }

    public long ConceptId { get; init; }

    /// <summary>How much the paper is about the concept, from 0 to 1.</summary>
    public float Weight { get; set; }

    /// <summary>The paper's <see cref="Paper.PublishedOrder"/>, so that the newest of many papers are the first of an index.</summary>
    public DateOnly PublishedOrder { get; set; }
}

internal sealed class PaperConceptMapping : IEntityTypeConfiguration<PaperConcept>
{
    public void Configure(EntityTypeBuilder<PaperConcept> edge)
    {
        edge.ToTable(table => table.Holds("weight", "weight between 0 and 1"));
        edge.HasKey(e => new { e.PaperId, e.ConceptId });
        edge.HasIndex(e => new { e.ConceptId, e.Weight, e.PaperId });
        edge.HasIndex(e => new { e.ConceptId, e.PublishedOrder, e.PaperId });
        // What the papers of some days are about, without a look at any of them.
        edge.HasIndex(e => new { e.PublishedOrder, e.ConceptId });
        edge.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
        edge.HasOne<Concept>().WithMany().HasForeignKey(e => e.ConceptId).OnDelete(DeleteBehavior.Restrict);
    }
}
