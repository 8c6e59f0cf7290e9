using PaperGraph.Graph.Nodes;

namespace PaperGraph.Graph.Communities;

/// <summary>A node that analyses look at.</summary>
internal abstract class AnalyzedNode : Node
{
    /// <summary>The PageRank in terms of the average of all nodes; null until the node is analyzed.</summary>
    public float? Rank { get; set; }

    /// <summary>How many edges the node had when it was analyzed.</summary>
    public int? Degree { get; set; }
}
