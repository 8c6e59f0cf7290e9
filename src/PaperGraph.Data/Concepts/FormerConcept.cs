using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Concepts;

/// <summary>The id of a concept that was merged into another: it goes on leading to that one.</summary>
public sealed class FormerConcept
{
    public long Id { get; init; }

    public long ConceptId { get; set; }
}

internal sealed class FormerConceptMapping : IEntityTypeConfiguration<FormerConcept>
{
    public void Configure(EntityTypeBuilder<FormerConcept> former)
    {
        former.HasKey(f => f.Id);
        former.Property(f => f.Id).ValueGeneratedNever();
        former.HasOne<Concept>().WithMany().HasForeignKey(f => f.ConceptId).OnDelete(DeleteBehavior.Cascade);
    }
}
