using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;

namespace PaperGraph.Data.Papers;

/// <summary>
/// An id that a source gives a paper in a catalogue. One that a single paper has leads to it, as a <see cref="PaperKey"/> of the same kind;
/// one that several have is wrong for some of them, and leads nowhere.
/// </summary>
public sealed class PaperCatalogueId
{
    public long PaperId { get; init; }

    public CatalogueIdKind Kind { get; init; }

    /// <summary>As <see cref="Model.CatalogueId"/> writes it.</summary>
    public required string Key { get; init; }
}

internal sealed class PaperCatalogueIdMapping : IEntityTypeConfiguration<PaperCatalogueId>
{
    public void Configure(EntityTypeBuilder<PaperCatalogueId> id)
    {
        id.ToTable(table =>
        {
            table.HasNames<PaperCatalogueId, CatalogueIdKind>("kind");
            table.Holds("key", $"length(key) between 1 and {TextLimits.Name}");
        });
        id.HasKey(i => new { i.PaperId, i.Kind, i.Key });
        id.Property(i => i.Kind).IsStoredByName();
        id.HasIndex(i => new { i.Kind, i.Key });
        id.HasOne<Paper>().WithMany().HasForeignKey(i => i.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
