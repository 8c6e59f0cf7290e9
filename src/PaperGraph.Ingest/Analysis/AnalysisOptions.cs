using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Analysis;

public sealed class AnalysisOptions
{
    public PageRankOptions PageRank { get; init; } = new();

    public LeidenOptions Communities { get; init; } = new();

    /// <summary>
    /// How many bytes the graph may take. To analyze it takes about five times as much beside it: what edges weigh, graphs of communities,
    /// and what is stored of each node.
    /// </summary>
    public long MaxSize { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 6;
}
