using PaperGraph.Graph.Connections;

namespace PaperGraph.Graph.Communities;

/// <summary>A concept that tells a community from the others.</summary>
internal sealed class TellingConceptEdge : Edge
{
    public float Score { get; set; }

    public int PaperCount { get; set; }

    public static EdgeColumns<TellingConceptEdge> Columns { get; } = new EdgeColumns<TellingConceptEdge>()
        .Column<float>("score", "e.score", (edge, score) => edge.Score = score)
        .Column<int>("paperCount", "e.paper_count", (edge, papers) => edge.PaperCount = papers);
}

/// <summary>What connects a community to another.</summary>
internal sealed class ConnectedCommunityEdge : Edge
{
    public float Weight { get; set; }

    public int EdgeCount { get; set; }

    public static EdgeColumns<ConnectedCommunityEdge> Columns { get; } = new EdgeColumns<ConnectedCommunityEdge>()
        .Column<float>("weight", "e.weight", (edge, weight) => edge.Weight = weight)
        .Column<int>("edgeCount", "e.edge_count", (edge, count) => edge.EdgeCount = count);
}
