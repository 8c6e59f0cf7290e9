using PaperGraph.Graph.Arguments;
using PaperGraph.Graph.Nodes;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;
using PaperGraph.Network.Neighborhoods;

namespace PaperGraph.Graph.Network;

/// <summary>Another node of the same kind, and what is met in the papers of both.</summary>
internal sealed record RelatedGraphNode(NodeKind Kind, long Key, double Score, IReadOnlyList<SubgraphNode> Through)
    : GraphNode(Kind, Key);

/// <summary>What is related to organizations, repositories and authors.</summary>
internal static class RelatedNodeFields
{
    private const int MaxFirst = 50;

    public static FieldBindings BindRelatedNodes(this FieldBindings bindings) => bindings
        .Type<RelatedGraphNode>("RelatedNode")
        .Data("RelatedNode.label", LabelsQuery.From)
        .Data("RelatedNode.node", GraphNodesQuery.From)
        .Batch("Organization.related", field => FindAsync(field, NodeKind.Organization))
        .Batch("Repository.related", field => FindAsync(field, NodeKind.Repository))
        .Batch("Author.related", field => FindAsync(field, NodeKind.Author));

    private static async ValueTask<IReadOnlyList<object?>> FindAsync(FieldContext field, NodeKind kind)
    {
        var first = NumberArgument.Checked(field, "first", MaxFirst);
        var request = await NetworkRequest.CreateUnfilteredAsync(field);
        return [.. field.Parents.Select(parent => Find(request, field.Parents.Count, kind, ((Node)parent).Key, first))];
    }

    /// <summary>Nothing of what was not there yet when the graph was read.</summary>
    private static IReadOnlyList<RelatedGraphNode> Find(
        NetworkRequest request, int parents, NodeKind kind, long key, int first)
    {
        if (!request.Graph.Nodes.TryFind(kind, key, out var node)) return [];
        return
        [
            .. RelatedNodeSearch.Find(request.Graph, request.ShareWork(parents), node, first).Select(related => new RelatedGraphNode(
                kind, request.Graph.Nodes.IdOf(related.Node), related.Score, [.. related.Through.Select(middle => Tell(request, middle))])),
        ];
    }

    private static SubgraphNode Tell(NetworkRequest request, int node) =>
        request.NodeOf(node, hops: 2, hidden: request.Graph.DegreeOf(node));
}
