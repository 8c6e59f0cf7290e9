using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Links;

/// <summary>The one row that tells how large the collection was when what papers have in common was counted.</summary>
public sealed class LinkCount
{
    public short Id { get; init; }

    public int Papers { get; set; }

    /// <summary>How many papers have come or gone since.</summary>
    public int Turnover { get; set; }
}

internal sealed class LinkCountMapping : IEntityTypeConfiguration<LinkCount>
{
    public void Configure(EntityTypeBuilder<LinkCount> count)
    {
        count.ToTable(table => table.Holds("row", "id = 1 and papers >= 0 and turnover >= 0"));
        count.Property(c => c.Id).ValueGeneratedNever();
    }
}
