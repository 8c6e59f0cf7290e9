using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Links;

/// <summary>
/// The papers related to one, in one row, and what that was found by. Why they are related is not stored: it is worked out of
/// <see cref="StoredFeatures"/> when it is asked for.
/// </summary>
public sealed class RelatedPaperList
{
    public long PaperId { get; init; }

    /// <summary>The best first. A paper that is deleted stays among them until papers are linked again.</summary>
    public required long[] RelatedIds { get; set; }

    /// <summary>The scores in the same order; multiples of 2⁻²⁰.</summary>
    public required float[] Scores { get; set; }

    /// <summary>
    /// By which levels the paper's features weigh, in the order in which they are stored: scores follow from these and the features alone.
    /// </summary>
    public required byte[] Levels { get; set; }
}

internal sealed class RelatedPaperListMapping : IEntityTypeConfiguration<RelatedPaperList>
{
    /// <summary>How many related papers are kept of a paper.</summary>
    internal const int MaxRelated = 50;

    public void Configure(EntityTypeBuilder<RelatedPaperList> related)
    {
        related.ToTable(table =>
        {
            table.Holds("ends", "paper_id <> all (related_ids)");
            table.Holds("lists", $"cardinality(related_ids) <= {MaxRelated} and cardinality(scores) = cardinality(related_ids)");
            table.Holds("scores", "0 <= all (scores) and 'infinity' > all (scores)");
        });
        related.HasKey(r => r.PaperId);
        related.Property(r => r.PaperId).ValueGeneratedNever();
        related.HasOne<Paper>().WithOne().HasForeignKey<RelatedPaperList>(r => r.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
