using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A slug that a concept, or one merged into it, went by before: it goes on resolving.</summary>
public sealed class ConceptSlug
{
    public required string Slug { get; init; }

    public long ConceptId { get; set; }
}

internal sealed class ConceptSlugMapping : IEntityTypeConfiguration<ConceptSlug>
{
    public void Configure(EntityTypeBuilder<ConceptSlug> slug)
    {
        slug.ToTable(table => table.Holds("slug", $"length(slug) between 1 and {TextLimits.Slug}"));
        slug.HasKey(s => s.Slug);
        slug.HasOne<Concept>().WithMany().HasForeignKey(s => s.ConceptId).OnDelete(DeleteBehavior.Cascade);
    }
}
