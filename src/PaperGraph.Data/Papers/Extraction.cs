using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Papers;

/// <summary>
/// Which extractor has read which text of a paper. A paper without the row of an extractor's present version, or with
/// another <see cref="Paper.TextHash"/> in it, has yet to be read: also after a run that was cut off.
/// </summary>
public sealed class Extraction
{
    public long PaperId { get; init; }

    public required string Extractor { get; init; }

    public required string Version { get; set; }

    public long TextHash { get; set; }
}

internal sealed class ExtractionMapping : IEntityTypeConfiguration<Extraction>
{
    public void Configure(EntityTypeBuilder<Extraction> extraction)
    {
        extraction.ToTable(table => table.Holds("texts", "length(extractor) > 0 and length(version) > 0"));
        extraction.HasKey(e => new { e.PaperId, e.Extractor });
        extraction.HasOne<Paper>().WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
