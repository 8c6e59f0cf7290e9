using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Groups;

/// <summary>
/// How many papers of a time have something in common, and what is counted of them. The rows follow from papers, their edges and their
/// listings; triggers on those keep them so (<see cref="GroupCountsSql"/>). A row without a paper is none.
/// </summary>
public sealed class GroupCount
{
    public CountedDimension Dimension { get; init; }

    /// <summary>
    /// The id of what they have in common, or a number; 0 where they have none of it, or where <see cref="Value"/> tells.
    /// </summary>
    public long TargetId { get; init; }

    /// <summary>A word that they have in common; empty where they have none, or where <see cref="TargetId"/> tells.</summary>
    public required string Value { get; init; }

    /// <summary>One of those by which the dimension is kept, see <see cref="KeptCounts.IsKeptBy"/>.</summary>
    public CountedPeriod Period { get; init; }

    /// <summary>The first day of the time by the papers' own days; <c>-infinity</c> for unknown days and for all time.</summary>
    public DateOnly StartsOn { get; init; }

    public int Papers { get; init; }

    public int PapersWithCode { get; init; }

    public long Upvotes { get; init; }

    /// <summary>Of how many papers the upvotes are known.</summary>
    public int UpvotesKnown { get; init; }

    public long Comments { get; init; }

    /// <summary>Of how many papers the number of comments is known.</summary>
    public int CommentsKnown { get; init; }
}

internal sealed class GroupCountMapping : IEntityTypeConfiguration<GroupCount>
{
    public void Configure(EntityTypeBuilder<GroupCount> count)
    {
        count.ToTable(table =>
        {
            table.HasNames<GroupCount, CountedDimension>("dimension");
            table.HasNames<GroupCount, CountedPeriod>("period");
        });
        count.HasKey(c => new { c.Dimension, c.TargetId, c.Value, c.Period, c.StartsOn });
        count.Property(c => c.Dimension).IsStoredByName().UseCollation("C");
        count.Property(c => c.Period).IsStoredByName().UseCollation("C");
        count.Property(c => c.Value).UseCollation("C");
        // All that is counted by one dimension, of all time, or of some days or months.
        count.HasIndex(c => new { c.Dimension, c.Period, c.StartsOn });
        // Room for a row's next version beside it: no index changes then.
        count.HasStorageParameter("fillfactor", 80);
    }
}
