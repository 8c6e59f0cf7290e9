using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>One thing that papers write about, whatever they call it.</summary>
public sealed class Concept
{
    public long Id { get; init; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public ConceptKind Kind { get; set; }

    /// <summary>The name in normal form, by which the concept is found again when concepts are resolved anew.</summary>
    public required string Key { get; init; }

    /// <summary>How many rows of <see cref="PaperConcept"/> the concept has.</summary>
    public int PaperCount { get; set; }

    /// <summary>How rare the concept is: 0 when all papers share it, at most 1.</summary>
    public float Specificity { get; set; }

    /// <summary>The digest of the concept as stored, with its names and topics; 0 where it is not known.</summary>
    public long Digest { get; set; }

    /// <summary>What lists by <see cref="Name"/> compare, made by the database: without regard to case.</summary>
    public string NameOrder { get; private set; } = null!;
}

internal sealed class ConceptMapping : IEntityTypeConfiguration<Concept>
{
    public void Configure(EntityTypeBuilder<Concept> concept)
    {
        concept.ToTable(table =>
        {
            table.HasNames<Concept, ConceptKind>("kind");
            table.Holds("texts", $"""
                length(slug) between 1 and {TextLimits.Slug}
                and length(name) between 1 and {TextLimits.Name}
                and length(key) between 1 and {TextLimits.Name}
                """);
            table.Holds("measures", "paper_count >= 0 and specificity >= 0 and specificity <= 1");
        });
        concept.Property(c => c.Id).UseIdentityAlwaysColumn();
        concept.Property(c => c.Kind).IsStoredByName();
        concept.Property(c => c.Digest).HasDefaultValue(0L);
        concept.HasIndex(c => c.Slug).IsUnique();
        concept.HasIndex(c => c.Key).IsUnique();
        concept.HasIndex(c => new { c.PaperCount, c.Id });
        concept.HasIndex(c => new { c.Specificity, c.Id });
        concept.Property(c => c.NameOrder).HasComputedColumnSql("lower(name)", stored: true).UseCollation("C");
        concept.HasIndex(c => new { c.NameOrder, c.Id });
    }
}
