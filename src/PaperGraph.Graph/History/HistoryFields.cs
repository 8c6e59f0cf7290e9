using PaperGraph.Graph.Connections;
using PaperGraph.GraphQL.Building;

namespace PaperGraph.Graph.History;

internal static class HistoryFields
{
    public static FieldBindings BindHistory(this FieldBindings bindings) => bindings
        .Type<Observation>("Observation")
        .Connection<Edge>("Observation")
        .Data("Paper.history", field => Lists.Create(
            field,
            Observation.Entity,
            AsOf.OfParents(field) is { } time ? Observation.Until(time) : Observation.OfPapers));
}
