using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Stages;

/// <summary>The stages whose result follows from all papers together, and those that go before.</summary>
public enum DerivingStage
{
    /// <summary>From what listings and links name to organizations, and whose code is whose.</summary>
    Organizations,

    /// <summary>Makes concepts of the mentions of all papers.</summary>
    Resolving,

    /// <summary>Makes links of what papers share.</summary>
    Linking,

    /// <summary>Stores what documents state. What it has seen is a number that grows whenever some of it is stored.</summary>
    Reading,

    /// <summary>
    /// All stages behind <see cref="Reading"/>, and those that look at each text alone: they have seen what that had. It also says that
    /// papers are not counted yet (<see cref="Groups.PostponedCount.Mark"/>).
    /// </summary>
    Everything,

    /// <summary>Makes papers of listings. Its version changes with the precedence of sources.</summary>
    Merging,

    /// <summary>Tells where addresses of repositories lead. Its version changes with the rules by which that follows.</summary>
    Renames,
}

/// <summary>What a stage has stored the result of: while neither changes, there is nothing for it to do.</summary>
public sealed class StageState
{
    public DerivingStage Stage { get; init; }

    /// <summary>The version of the stage's rules and data.</summary>
    public required string Version { get; set; }

    /// <summary>A digest of all that the stage read.</summary>
    public long Seen { get; set; }

    public bool Is(string version, long seen) => Version == version && Seen == seen;
}

internal sealed class StageStateMapping : IEntityTypeConfiguration<StageState>
{
    public void Configure(EntityTypeBuilder<StageState> state)
    {
        state.ToTable(table =>
        {
            table.HasNames<StageState, DerivingStage>("stage");
            table.Holds("version", "length(version) > 0");
        });
        state.HasKey(s => s.Stage);
        state.Property(s => s.Stage).IsStoredByName();
    }
}
