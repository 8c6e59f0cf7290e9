using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A surface form of a concept.</summary>
public sealed class ConceptName
{
    public long ConceptId { get; init; }

    public required string Name { get; init; }

    /// <summary>The name normalised: what a look-up by name compares.</summary>
    public required string Key { get; set; }

    public int MentionCount { get; set; }

    public ConceptNameOrigin Origin { get; set; }
}

internal sealed class ConceptNameMapping : IEntityTypeConfiguration<ConceptName>
{
    public void Configure(EntityTypeBuilder<ConceptName> name)
    {
        name.ToTable(table =>
        {
            table.HasNames<ConceptName, ConceptNameOrigin>("origin");
            table.Holds("texts", $"length(name) between 1 and {TextLimits.Name} and length(key) between 1 and {TextLimits.Name}");
            table.Holds("mention_count", "mention_count >= 0");
        });
        name.HasKey(n => new { n.ConceptId, n.Name });
        name.Property(n => n.Origin).IsStoredByName();
        name.HasIndex(n => n.Key);
        name.HasOne<Concept>().WithMany().HasForeignKey(n => n.ConceptId).OnDelete(DeleteBehavior.Cascade);
    }
}
