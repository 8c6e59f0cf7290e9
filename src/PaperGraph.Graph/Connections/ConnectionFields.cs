using PaperGraph.Graph.Nodes;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Connections;

/// <summary>The fields that all connections have in common.</summary>
internal static class ConnectionFields
{
    /// <summary>Binds <c>NAMEConnection</c> and <c>NAMEEdge</c>.</summary>
    public static FieldBindings Connection<TEdge>(this FieldBindings bindings, string name) where TEdge : Edge => bindings
        .Type<Connection>($"{name}Connection")
        .Value<Connection, IReadOnlyList<Node>>($"{name}Connection.nodes", connection => connection.Nodes, KeyNames.Node)
        .Value<Connection, IReadOnlyList<Edge>>($"{name}Connection.edges", connection => connection.Edges, KeyNames.Edge)
        .Data($"{name}Connection.totalCount", field => Find(field).Count)
        .Type<TEdge>($"{name}Edge")
        .Value<Edge, Node>($"{name}Edge.node", edge => edge.Node, KeyNames.Node);

    /// <summary>Binds the field of a connection of what can be searched, which tells whether its <c>totalCount</c> is exact.</summary>
    public static FieldBindings Estimate(this FieldBindings bindings, string name) => bindings
        .Data($"{name}Connection.totalCountIsEstimate", field => new EstimateQuery(Find(field).Count));

    private static IConnectionQuery Find(FieldContext field) =>
        (IConnectionQuery?)field.Prefetch?.Source ?? ((Connection)field.Parents[0]).Query!;
}
