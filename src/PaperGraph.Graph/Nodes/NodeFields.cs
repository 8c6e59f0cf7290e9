using PaperGraph.Graph.Arguments;
using PaperGraph.GraphQL.Building;

namespace PaperGraph.Graph.Nodes;

internal static class NodeFields
{
    private const int MaxIds = 100;

    public static FieldBindings BindNodes(this FieldBindings bindings) => bindings
        .Data("Query.node", field => NodesQuery.One(field.Argument<string>("id"), field.Selection))
        .Data("Query.nodes", field =>
        {
            var ids = field.Argument<IReadOnlyList<string>>("ids");
            if (ids.Count > MaxIds) throw BadArgument.Create(new ArgumentPath("ids"), $"has {ids.Count} ids; give {MaxIds} at most.");
            return NodesQuery.Many(ids, field.Selection);
        });
}
