using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;
using PaperGraph.Data.Papers;
using PaperGraph.Model;

namespace PaperGraph.Data.Results;

/// <summary>A result that a table states for a paper: what one of its models reached on a dataset by a metric.</summary>
public sealed class Result
{
    public long PaperId { get; init; }

    public long Id { get; init; }

    public long LeaderboardId { get; init; }

    /// <summary>The task as the table spells it.</summary>
    public required string Task { get; set; }

    public required string Dataset { get; set; }

    public required string Metric { get; set; }

    /// <summary>The value as printed.</summary>
    public required string Value { get; init; }

    /// <summary>The number that the value is; null where it is none, or several.</summary>
    public double? Measure { get; set; }

    /// <summary>
    /// What the leaderboard orders by: the measure, with the sign turned where less is better, so that the best is always the greatest;
    /// minus infinity where there is no measure.
    /// </summary>
    public double Goodness { get; set; }

    /// <summary>Null where the table leaves it empty.</summary>
    public string? Model { get; init; }

    /// <summary>Null where the table does not say.</summary>
    public bool? UsesAdditionalData { get; set; }

    public string? CodeUrl { get; set; }

    /// <summary>The source that states it; of several the best.</summary>
    public required string Source { get; set; }

    /// <summary>The address of the table.</summary>
    public string? SourceUrl { get; set; }
}

internal sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> result)
    {
        result.ToTable(table =>
        {
            table.Holds("texts", $"""
                length(task) between 1 and {TextLimits.Name}
                and length(dataset) between 1 and {TextLimits.Name}
                and length(metric) between 1 and {TextLimits.Name}
                and length(value) between 1 and {TextLimits.Name}
                and length(model) between 1 and {TextLimits.Name}
                and length(source) > 0
                """);
            table.Holds("urls", $"""
                octet_length(code_url) between 1 and {TextLimits.Url} and octet_length(source_url) between 1 and {TextLimits.Url}
                """);
            table.Holds("measure", "abs(measure) < 'infinity' and goodness < 'infinity'");
        });
        result.HasKey(r => new { r.PaperId, r.Id });
        result.Property(r => r.Id).UseIdentityAlwaysColumn();
        result.HasIndex(r => r.Id).IsUnique();
        result.HasIndex(r => new { r.LeaderboardId, r.Goodness, r.Id });
        result.HasOne<Paper>().WithMany().HasForeignKey(r => r.PaperId).OnDelete(DeleteBehavior.Cascade);
        result.HasOne<Leaderboard>().WithMany().HasForeignKey(r => r.LeaderboardId).OnDelete(DeleteBehavior.Cascade);
    }
}
