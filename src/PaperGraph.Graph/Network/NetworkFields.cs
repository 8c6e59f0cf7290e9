using PaperGraph.Graph.Links;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.Model;

namespace PaperGraph.Graph.Network;

/// <summary>What is answered from the graph in memory.</summary>
internal static class NetworkFields
{
    public static FieldBindings BindNetwork(this FieldBindings bindings) => bindings
        .Enum<EdgeKind>("EdgeKind")
        .Type<PathList>("PathList")
        .Type<FoundPath>("Path")
        .Type<Hop>("Hop")
        .Type<Subgraph>("Subgraph")
        .Type<SubgraphNode>("SubgraphNode")
        .Type<SubgraphEdge>("SubgraphEdge")
        .Type<ConnectionList>("ConnectionList")
        .Type<SharedNode>("SharedNode")
        .Batch("Query.paths", PathFields.FindAsync)
        .Batch("Query.neighborhood", NeighborhoodFields.FindAsync)
        .Batch("Query.connections", NeighborhoodFields.FindSharedAsync)
        .Data("SubgraphNode.label", LabelsQuery.From)
        .Data("SubgraphNode.node", GraphNodesQuery.From)
        .Data("SharedNode.label", LabelsQuery.From)
        .Data("SharedNode.node", GraphNodesQuery.From)
        .Data("Hop.reasons", Reasons)
        .Data("Hop.evidence", EdgeEvidenceQuery.From)
        .Data("SubgraphEdge.reasons", Reasons)
        .Data("SubgraphEdge.evidence", EdgeEvidenceQuery.From);

    private static DataRequest Reasons(FieldContext field) => field.Prefetch is not null
        ? DataRequest.NeedsParents
        : ReasonsQuery.OfEdges(
            field.Parents.Select(parent => ((IEdgeInAnswer)parent).Edge),
            field.Field.Memo(nameof(ReasonNodes), _ => new ReasonNodes(field.Selection)));
}
