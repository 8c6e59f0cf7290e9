using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Groups;

/// <summary>
/// How many papers of a <see cref="GroupHub"/> have something else in common, of all time, and what is counted of them. The columns are
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
        count.ToTable(table => table.HasNames<HubCount, CountedDimension>("dimension"));
        count.HasKey(c => new { c.HubId, c.Dimension, c.TargetId, c.Value });
        count.Property(c => c.Dimension).IsStoredByName().UseCollation("C");
        count.Property(c => c.Value).UseCollation("C");
        // Room for a row's next version beside it: no index changes then.
        count.HasStorageParameter("fillfactor", 80);
    }
}
