using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Communities;

/// <summary>An analysis of the graph: when it was made, by what, and what came of it.</summary>
internal sealed class Analysis : Node
{
    /// <summary>The one that all that is stored is of.</summary>
    public const string LastId = "(select max(id) from analysis_runs)";

    public DateTime AnalyzedAt { get; set; }

    public double Duration { get; set; }

    public double Damping { get; set; }

    public int Iterations { get; set; }

    public double Resolution { get; set; }

    public int Seed { get; set; }

    public double Modularity { get; set; }

    public int NodeCount { get; set; }

    public int EdgeCount { get; set; }

    public int PaperCount { get; set; }

    public int CommunityCount { get; set; }

    public static Entity<Analysis> Entity { get; } = new Entity<Analysis>("analysis_runs", "n")
        .Column<DateTime>("analyzedAt", "n.analyzed_at", (analysis, value) => analysis.AnalyzedAt = value)
        .Column<double>("duration", "extract(epoch from n.duration)::float8", (analysis, value) => analysis.Duration = value)
        .Column<double>("damping", "n.damping", (analysis, value) => analysis.Damping = value)
        .Column<int>("iterations", "n.iterations", (analysis, value) => analysis.Iterations = value)
        .Column<double>("resolution", "n.resolution", (analysis, value) => analysis.Resolution = value)
        .Column<int>("seed", "n.seed", (analysis, value) => analysis.Seed = value)
        .Column<double>("modularity", "n.modularity", (analysis, value) => analysis.Modularity = value)
        .Column<int>("nodeCount", "n.node_count", (analysis, value) => analysis.NodeCount = value)
        .Column<int>("edgeCount", "n.edge_count", (analysis, value) => analysis.EdgeCount = value)
        .Column<int>("paperCount", "n.paper_count", (analysis, value) => analysis.PaperCount = value)
        .Column<int>("communityCount", "n.community_count", (analysis, value) => analysis.CommunityCount = value);
}
