using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Concepts;

/// <summary>What the papers of the collection say of one key, so that one more of them is counted without a look at the others.</summary>
public sealed class NameRecordRow
{
    public required string Key { get; init; }

    public required byte[] Packed { get; set; }

    /// <summary>Hashes of the keys that the record refers to; null where there are none. Two keys may have one.</summary>
    public int[]? LookupKeys { get; set; }
}

internal sealed class NameRecordMapping : IEntityTypeConfiguration<NameRecordRow>
{
    public void Configure(EntityTypeBuilder<NameRecordRow> record)
    {
        record.ToTable("name_records", table => table.Holds("packed", "length(packed) > 0"));
        record.HasKey(r => r.Key);
        record.Property(r => r.Key).UseCollation("C");
        record.HasIndex(r => r.LookupKeys).HasMethod("gin").HasFilter("lookup_keys is not null");
    }
}
