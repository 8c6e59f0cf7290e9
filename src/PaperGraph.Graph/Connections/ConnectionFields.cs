using PaperGraph.Graph.Nodes;
using PaperGraph.GraphQL.Building;

namespace PaperGraph.Graph.Connections;

/// <summary>The fields that all connections have in common.</summary>
internal static class ConnectionFields
{
    /// <summary>Binds <c>NAMEConnection</c> and <c>NAMEEdge</c>.</summary>
    public static FieldBindings Connection<TEdge>(this FieldBindings bindings, string name) where TEdge : Edge => bindings
        .Type<Connection>($"{name}Connection")
        .Value<Connection, IReadOnlyList<Node>>($"{name}Connection.nodes", connection => connection.Nodes, KeyNames.Node)
        .Value<Connection, IReadOnlyList<Edge>>($"{name}Connection.edges", connection => connection.Edges, KeyNames.Edge)
        .Data($"{name}Connection.totalCount", field => new CountQuery(
            (IConnectionQuery?)field.Prefetch?.Source ?? ((Connection)field.Parents[0]).Query))
        .Type<TEdge>($"{name}Edge")
        .Value<Edge, Node>($"{name}Edge.node", edge => edge.Node, KeyNames.Node);
}
