using System.Buffers.Text;
using System.Text;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>
/// An edge of the graph in memory, the way that it goes: from a paper to what it has or cites, from a repository to its owner. Of two
/// papers that are related the one with the smaller id comes first.
/// </summary>
internal sealed record GraphEdge(GraphNode From, GraphNode To, EdgeKind Kind)
{
    /// <summary>The same for the same two nodes.</summary>
    public string Id => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"Edge:{From.Kind}:{From.Key}:{To.Kind}:{To.Key}"));

    /// <param name="isForward">Whether the edge goes from the first node to the second.</param>
    /// <param name="cites">Of two papers, whether the first cites the other.</param>
    public static GraphEdge Between(GraphNode node, GraphNode other, EdgeKind kind, bool cites, out bool isForward)
    {
        isForward = kind switch
        {
            EdgeKind.Owner => node.Kind == NodeKind.Repository,
            EdgeKind.Related => node.Key < other.Key,
            EdgeKind.Citation => cites,
            _ => node.Kind == NodeKind.Paper,
        };
        return isForward ? new GraphEdge(node, other, kind) : new GraphEdge(other, node, kind);
    }
}

/// <summary>What stands for an edge in an answer: its reasons and its evidence are asked for alike.</summary>
internal interface IEdgeInAnswer
{
    GraphEdge Edge { get; }
}

/// <summary>An edge of a drawing.</summary>
/// <param name="Roles">What the organization at its end is to the paper; none where there is none.</param>
internal sealed record SubgraphEdge(GraphEdge Edge, float Weight, IReadOnlyList<OrganizationRole> Roles) : IEdgeInAnswer
{
    public string Id => Edge.Id;

    public string From => Edge.From.Id;

    public string To => Edge.To.Id;

    public EdgeKind Kind => Edge.Kind;
}

/// <summary>A step of a path.</summary>
/// <param name="From">The node that the step begins at.</param>
/// <param name="IsForward">Whether it goes the way of the edge; true where that has none.</param>
/// <param name="Roles">What the organization at its end is to the paper; none where there is none.</param>
internal sealed record Hop(
    GraphEdge Edge, string From, string To, float Weight, bool IsForward, IReadOnlyList<OrganizationRole> Roles) : IEdgeInAnswer
{
    public string Id => Edge.Id;

    public EdgeKind Kind => Edge.Kind;
}
