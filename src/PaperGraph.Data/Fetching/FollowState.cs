using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Fetching;

/// <summary>How it stands with a source that is followed.</summary>
public sealed class FollowState
{
    /// <summary>What is followed, as the settings name it: <c>daily</c>, <c>arxiv cs.CL</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it was last looked at to its end without a failure; null where it never was.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>When it was last looked at, whatever came of it.</summary>
    public DateTimeOffset TriedAt { get; set; }

    /// <summary>When it will be looked at again, if somebody follows it then.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>How often looking has failed since it last did not.</summary>
    public int Failures { get; set; }

    /// <summary>What was wrong the last time, as a sentence; null where nothing was.</summary>
    public string? Trouble { get; set; }
}

internal sealed class FollowStateMapping : IEntityTypeConfiguration<FollowState>
{
    public void Configure(EntityTypeBuilder<FollowState> state)
    {
        state.ToTable(table =>
        {
            table.Holds("source", "length(source) between 1 and 2000");
            table.Holds("failures", "failures >= 0 and (failures > 0) = (trouble is not null)");
        });
        state.HasKey(s => s.Source);
    }
}
