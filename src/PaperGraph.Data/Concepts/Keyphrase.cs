using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Concepts;

/// <summary>A phrase of one paper that no other has, and that is no name of a concept.</summary>
public sealed class Keyphrase
{
    public long Id { get; init; }

    public long PaperId { get; init; }

    /// <summary>What it is known by within the paper, and what it would be known by as a concept.</summary>
    public required string Key { get; init; }

    public required string Phrase { get; set; }

    /// <summary>How much the paper is about it, from 0 to 1.</summary>
    public float Weight { get; set; }

    /// <summary>The keys of the paper's mentions that are it; none of these has a concept.</summary>
    public required string[] MentionKeys { get; set; }
}

internal sealed class KeyphraseMapping : IEntityTypeConfiguration<Keyphrase>
{
    public void Configure(EntityTypeBuilder<Keyphrase> keyphrase)
    {
        keyphrase.ToTable(table =>
        {
            table.Holds("texts", $"""
                length(key) between 1 and {TextLimits.Name}
                and length(phrase) between 1 and {TextLimits.Name}
                and cardinality(mention_keys) > 0
                """);
            table.Holds("weight", "weight between 0 and 1");
        });
        keyphrase.HasKey(k => new { k.PaperId, k.Id });
        keyphrase.Property(k => k.Id).UseIdentityAlwaysColumn();
        keyphrase.HasIndex(k => new { k.PaperId, k.Key }).IsUnique();
        keyphrase.HasOne<Paper>().WithMany().HasForeignKey(k => k.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
