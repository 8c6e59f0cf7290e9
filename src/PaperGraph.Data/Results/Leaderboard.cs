using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Model;
using PaperGraph.Model.Results;

namespace PaperGraph.Data.Results;

/// <summary>What the results on one dataset of a task by one metric have in common. It is there as long as it has any.</summary>
public sealed class Leaderboard
{
    public long Id { get; init; }

    /// <summary>The task as most of the results spell it.</summary>
    public required string Task { get; set; }

    public required string Dataset { get; set; }

    public required string Metric { get; set; }

    /// <summary>The task as <see cref="NameKey"/> compares it.</summary>
    public required string TaskKey { get; init; }

    public required string DatasetKey { get; init; }

    public required string MetricKey { get; init; }

    public MetricDirection Direction { get; set; }

    public MetricDirectionBasis DirectionBasis { get; set; }

    public int ResultCount { get; set; }

    public int PaperCount { get; set; }
}

internal sealed class LeaderboardMapping : IEntityTypeConfiguration<Leaderboard>
{
    public void Configure(EntityTypeBuilder<Leaderboard> leaderboard)
    {
        leaderboard.ToTable(table =>
        {
            table.HasNames<Leaderboard, MetricDirection>("direction");
            table.HasNames<Leaderboard, MetricDirectionBasis>("direction_basis");
            table.Holds("texts", $"""
                length(task) between 1 and {TextLimits.Name}
                and length(dataset) between 1 and {TextLimits.Name}
                and length(metric) between 1 and {TextLimits.Name}
                and length(task_key) between 1 and {TextLimits.Name}
                and length(dataset_key) between 1 and {TextLimits.Name}
                and length(metric_key) between 1 and {TextLimits.Name}
                """);
            table.Holds("counts", "result_count >= paper_count and paper_count >= 0");
        });
        leaderboard.Property(l => l.Id).UseIdentityAlwaysColumn();
        leaderboard.Property(l => l.Direction).IsStoredByName();
        leaderboard.Property(l => l.DirectionBasis).IsStoredByName();
        leaderboard.Property(l => l.TaskKey).UseCollation("C");
        leaderboard.Property(l => l.DatasetKey).UseCollation("C");
        leaderboard.Property(l => l.MetricKey).UseCollation("C");
        leaderboard.HasIndex(l => new { l.TaskKey, l.DatasetKey, l.MetricKey }).IsUnique();
        leaderboard.HasIndex(l => new { l.DatasetKey, l.ResultCount, l.Id });
        leaderboard.HasIndex(l => new { l.MetricKey, l.ResultCount, l.Id });
        leaderboard.HasIndex(l => new { l.TaskKey, l.ResultCount, l.Id });
        // A task, a dataset or a metric has thousands: whichever is asked for, in each order of the list.
        leaderboard.HasIndex(l => new { l.DatasetKey, l.PaperCount, l.Id });
        leaderboard.HasIndex(l => new { l.MetricKey, l.PaperCount, l.Id });
        leaderboard.HasIndex(l => new { l.TaskKey, l.PaperCount, l.Id });
        leaderboard.HasIndex(l => new { l.DatasetKey, l.TaskKey, l.MetricKey, l.Id });
        leaderboard.HasIndex(l => new { l.MetricKey, l.TaskKey, l.DatasetKey, l.Id });
        leaderboard.HasIndex(l => new { l.TaskKey, l.DatasetKey, l.MetricKey, l.Id });
        leaderboard.HasIndex(l => new { l.ResultCount, l.Id });
        leaderboard.HasIndex(l => new { l.PaperCount, l.Id });
    }
}
