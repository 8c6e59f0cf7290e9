using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Groups;

/// <summary>
/// How many papers of a <see cref="GroupHub"/> and a time have something else in common, and what is counted of them. The columns are
/// those of <see cref="GroupCount"/>, and the same triggers keep them (<see cref="HubCountsSql"/>). A row without a paper is none.
/// </summary>
public sealed class HubCount
{
    /// <summary>No foreign key looks at it: of the millions of rows each would be looked up, and hubs go with their rows alone.</summary>
    public int HubId { get; init; }

    /// <summary>One of those that <see cref="KeptCounts.IsKeptOfHubs"/> names.</summary>
    public CountedDimension Dimension { get; init; }

    /// <inheritdoc cref="GroupCount.TargetId"/>
    public long TargetId { get; init; }

    /// <inheritdoc cref="GroupCount.Value"/>
    public required string Value { get; init; }

    /// <summary>One of those by which the dimension is kept of hubs.</summary>
    public CountedPeriod Period { get; init; }

    /// <inheritdoc cref="GroupCount.StartsOn"/>
    public DateOnly StartsOn { get; init; }

    public int Papers { get; init; }

    public int PapersWithCode { get; init; }

    public long Upvotes { get; init; }

    /// <inheritdoc cref="GroupCount.UpvotesKnown"/>
    public int UpvotesKnown { get; init; }

    public long Comments { get; init; }

    /// <inheritdoc cref="GroupCount.CommentsKnown"/>
    public int CommentsKnown { get; init; }
}

internal sealed class HubCountMapping : IEntityTypeConfiguration<HubCount>
{
    public void Configure(EntityTypeBuilder<HubCount> count)
    {
        count.ToTable(table =>
        {
            table.HasNames<HubCount, CountedDimension>("dimension");
            table.HasNames<HubCount, CountedPeriod>("period");
        });
        // Whoever asks for the months reads all of them.
        count.HasKey(c => new { c.HubId, c.Dimension, c.Period, c.TargetId, c.Value, c.StartsOn });
        count.Property(c => c.Dimension).IsStoredByName().UseCollation("C");
        count.Property(c => c.Period).IsStoredByName().UseCollation("C");
        count.Property(c => c.Value).UseCollation("C");
        // Room for a row's next version beside it: no index changes then.
        count.HasStorageParameter("fillfactor", 80);
    }
}
