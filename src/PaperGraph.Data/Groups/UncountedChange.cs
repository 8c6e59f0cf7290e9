using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperGraph.Data.Groups;

/// <summary>Papers of which a statement changed something, until its transaction counts them, which is when it ends.</summary>
public sealed class UncountedChange
{
    public long Id { get; init; }

    public ulong TransactionId { get; init; }

    public required long[] PaperIds { get; init; }
}

internal sealed class UncountedChangeMapping : IEntityTypeConfiguration<UncountedChange>
{
    public void Configure(EntityTypeBuilder<UncountedChange> change)
    {
        // No other transaction ever sees a row, and none is left behind a crash.
        change.IsUnlogged();
        change.Property(c => c.Id).UseIdentityAlwaysColumn();
        change.Property(c => c.TransactionId).HasColumnType("xid8");
    }
}
