using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>A node of the graph in memory, of which nothing but its identity is known there.</summary>
internal record GraphNode(NodeKind Kind, long Key)
{
    /// <summary>Kinds are called as the types are.</summary>
    public string Id => new NodeId(Kind.ToString(), Key).ToString();
}

/// <summary>A node of a path or a drawing.</summary>
/// <param name="HiddenCount">How many of its neighbours are not among the nodes that are told.</param>
internal sealed record SubgraphNode(NodeKind Kind, long Key, int Degree, int Hops, int HiddenCount, float? X = null, float? Y = null)
    : GraphNode(Kind, Key);

/// <summary>What several nodes have in common.</summary>
internal sealed record SharedNode(
    NodeKind Kind, long Key, double Specificity, IReadOnlyList<string> SharedBy, IReadOnlyList<SubgraphEdge> Edges) : GraphNode(Kind, Key);
