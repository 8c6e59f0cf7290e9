using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Citations;

/// <summary>
/// A work that a paper cites, or that cites it, as the listings of the paper state it. The work need not be a paper of the graph: its keys
/// stay, and lead to the paper as soon as that is there.
/// </summary>
public sealed class CitationEnd
{
    public long PaperId { get; init; }

    public CitationDirection Direction { get; init; }

    /// <summary>The place among those of the paper and the direction; the first is 1.</summary>
    public int Position { get; init; }

    /// <summary>
    /// What the work is known by, the surest first: <c>ARXIV 1706.03762</c>, <c>DOI 10.1/x</c>, <c>TITLE attentionis…</c>.
    /// </summary>
    public required IReadOnlyList<string> Keys { get; set; }

    public string? ArxivId { get; set; }

    public string? Doi { get; set; }

    public string? OpenAlexId { get; set; }

    public string? SemanticScholarId { get; set; }

    public string? Title { get; set; }

    public int? Year { get; set; }

    /// <summary>The source that states it; of several the best.</summary>
    public required string Source { get; set; }

    /// <summary>The paper that the work is; null while the graph does not have it.</summary>
    public long? EndPaperId { get; set; }
}

internal sealed class CitationEndMapping : IEntityTypeConfiguration<CitationEnd>
{
    public void Configure(EntityTypeBuilder<CitationEnd> end)
    {
        end.ToTable(table =>
        {
            table.HasNames<CitationEnd, CitationDirection>("direction");
            table.Holds("position", "position > 0 and cardinality(keys) > 0");
            table.Holds("texts", "length(title) > 0 and length(source) > 0");
        });
        end.HasKey(e => new { e.PaperId, e.Direction, e.Position });
        end.Property(e => e.Direction).IsStoredByName();
        end.HasIndex(e => e.Keys).HasMethod("gin");
        end.HasIndex(e => e.EndPaperId).HasFilter("end_paper_id is not null");
        end.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);

        // It tidies up alone, and can be dropped: which paper an end is follows from the keys.
        end.HasOne<Paper>().WithMany().HasForeignKey(e => e.EndPaperId).OnDelete(DeleteBehavior.SetNull);
    }
}
