using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;

namespace PaperGraph.Data.Concepts;

/// <summary>What a paper's mentions and abbreviations tell of it without their places, written along with them.</summary>
public sealed class StoredNames
{
    public long PaperId { get; init; }

    /// <summary>A digest of the mentions, see <see cref="PaperMentions.DigestBy"/>.</summary>
    public long Mentions { get; set; }

    public required byte[] Packed { get; set; }

    /// <summary>
    /// What the paper is found by among others that name the same: hashes of the keys, so that the index is small. Two keys may have one.
    /// </summary>
    public required int[] LookupKeys { get; set; }
}

internal sealed class StoredNamesMapping : IEntityTypeConfiguration<StoredNames>
{
    public void Configure(EntityTypeBuilder<StoredNames> names)
    {
        names.ToTable(table => table.Holds("packed", "length(packed) > 0"));
        names.HasKey(n => n.PaperId);
        names.HasIndex(n => n.LookupKeys).HasMethod("gin");
        names.Property(n => n.PaperId).ValueGeneratedNever();
        names.HasOne<Paper>().WithOne().HasForeignKey<StoredNames>(n => n.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
