using PaperGraph.Model;
using PaperGraph.Network;
using PaperGraph.Network.Analysis;

namespace PaperGraph.Ingest.Analysis;

/// <summary>All that is computed of a graph, by the numbers of its nodes.</summary>
internal sealed record AnalyzedGraph(GraphSnapshot Snapshot, PageRankResult Ranks, LeidenResult Communities, CommunityMap Map)
{
    public static AnalyzedGraph Create(GraphSnapshot snapshot, AnalysisOptions options, CancellationToken cancellationToken)
    {
        var graph = AnalysisGraph.From(snapshot);
        // From authors, whom a paper may have hundreds of, walks would all go on to it, and it were central by their number.
        var ranks = PageRank.Compute(graph, options.PageRank, snapshot.Nodes.NumbersOf(NodeKind.Paper), cancellationToken);
        var found = Leiden.Find(graph, options.Communities, cancellationToken);
        var (communities, count) = CommunityThemes.Divide(snapshot, graph, found, options.Communities, cancellationToken);
        var map = CommunityMap.Create(snapshot, graph, communities, count);
        var modularity = Modularity.Of(graph, communities, options.Communities.Resolution);
        return new AnalyzedGraph(snapshot, ranks, new LeidenResult(communities, count, modularity), map);
    }
}
