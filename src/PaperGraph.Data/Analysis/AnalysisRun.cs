using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperGraph.Data.Mapping;

namespace PaperGraph.Data.Analysis;

/// <summary>An analysis of the whole graph. What is stored of nodes and communities is of the last one.</summary>
public sealed class AnalysisRun
{
    public long Id { get; init; }

    /// <summary>The time that the graph was of.</summary>
    public DateTimeOffset AnalyzedAt { get; init; }

    /// <summary>What reading, computing and storing took together.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The version of the rules by which edges are weighed.</summary>
    public required string Version { get; init; }

    public double Damping { get; init; }

    public double Tolerance { get; init; }

    /// <summary>The iterations that PageRank needed.</summary>
    public int Iterations { get; init; }

    public double Resolution { get; init; }

    public int Seed { get; init; }

    public double Modularity { get; init; }

    public int NodeCount { get; init; }

    public int EdgeCount { get; init; }

    public int PaperCount { get; init; }

    public int CommunityCount { get; init; }
}

internal sealed class AnalysisRunMapping : IEntityTypeConfiguration<AnalysisRun>
{
    public void Configure(EntityTypeBuilder<AnalysisRun> run)
    {
        run.ToTable(table =>
        {
            table.Holds("parameters", "damping between 0 and 1 and tolerance > 0 and iterations >= 0 and resolution > 0");
            table.Holds("counts", """
                modularity <= 1 and node_count >= 0 and edge_count >= 0 and paper_count >= 0 and community_count >= 0
                and duration >= '0'
                """);
        });
        run.Property(r => r.Id).UseIdentityAlwaysColumn();
    }
}
