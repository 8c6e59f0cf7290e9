using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Groups;

/// <summary>How many rows <see cref="GroupCount"/> has of a dimension and a time, and what the papers of these add up to.</summary>
public sealed class GroupTotal
{
    public CountedDimension Dimension { get; init; }

    public CountedPeriod Period { get; init; }

    public DateOnly StartsOn { get; init; }

    public int Groups { get; init; }

    /// <summary>A paper counts in each of its groups.</summary>
    public long Papers { get; init; }
}

internal sealed class GroupTotalMapping : IEntityTypeConfiguration<GroupTotal>
{
    public void Configure(EntityTypeBuilder<GroupTotal> total)
    {
        total.ToTable(table =>
        {
            table.HasNames<GroupTotal, CountedDimension>("dimension");
            table.HasNames<GroupTotal, CountedPeriod>("period");
        });
        total.HasKey(t => new { t.Dimension, t.Period, t.StartsOn });
        total.Property(t => t.Dimension).IsStoredByName().UseCollation("C");
        total.Property(t => t.Period).IsStoredByName().UseCollation("C");
        // Room for a row's next version beside it: no index changes then.
        total.HasStorageParameter("fillfactor", 50);
    }
}
