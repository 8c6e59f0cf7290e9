using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Analysis;

public sealed class AnalysisOptions
{
    public PageRankOptions PageRank { get; init; } = new();

    public LeidenOptions Communities { get; init; } = new();
}
