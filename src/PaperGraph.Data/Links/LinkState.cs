using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Links;

/// <summary>
/// What a paper was linked by when it was linked last. The row outlives its paper until the next linking has seen that the
/// paper is gone.
/// </summary>
public sealed class LinkState
{
    public long PaperId { get; init; }

    /// <summary>A digest of all that the paper is compared by.</summary>
    public long Features { get; set; }

    /// <summary>A digest of how rare these features were.</summary>
    public long Rarity { get; set; }

    /// <summary>The score that another paper has to reach to be among the links; null while there is room for any.</summary>
    public float? Floor { get; set; }
}

internal sealed class LinkStateMapping : IEntityTypeConfiguration<LinkState>
{
    public void Configure(EntityTypeBuilder<LinkState> state)
    {
        state.ToTable(table => table.Holds("floor", "floor >= 0 and floor < 'infinity'"));
        state.HasKey(s => s.PaperId);
        state.Property(s => s.PaperId).ValueGeneratedNever();
    }
}
