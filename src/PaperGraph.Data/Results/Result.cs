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

    /// <summary>The place among the paper's results; the first is 1.</summary>
    public int Number { get; init; }

    public required string Task { get; set; }

    public required string Dataset { get; set; }

    public required string Metric { get; set; }

    /// <summary>The task as <see cref="Model.NameKey"/> compares it.</summary>
    public required string TaskKey { get; set; }

    public required string DatasetKey { get; set; }

    public required string MetricKey { get; set; }

    /// <summary>The value as printed.</summary>
    public required string Value { get; set; }

    /// <summary>The number that the value is; null where it is none, or several.</summary>
    public double? Measure { get; set; }

    public string? Model { get; set; }

    public bool? UsesAdditionalData { get; set; }

    public string? CodeUrl { get; set; }

    public required string Source { get; set; }

    public string? SourceUrl { get; set; }
}

internal sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> result)
    {
        result.ToTable(table =>
        {
            table.Holds("texts", """
                number > 0
                and length(task) > 0
                and length(dataset) > 0
                and length(metric) > 0
                and length(value) > 0
                and length(model) > 0
                and length(source) > 0
                """);
            table.Holds("keys", $"""
                length(task_key) between 1 and {TextLimits.Name}
                and length(dataset_key) between 1 and {TextLimits.Name}
                and length(metric_key) between 1 and {TextLimits.Name}
                """);
        });
        result.HasKey(r => new { r.PaperId, r.Number });
        result.HasIndex(r => new { r.TaskKey, r.DatasetKey, r.MetricKey });
        result.HasOne<Paper>().WithMany().HasForeignKey(r => r.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
