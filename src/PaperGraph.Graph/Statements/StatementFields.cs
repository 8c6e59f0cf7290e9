using PaperGraph.GraphQL.Building;
using PaperGraph.Model;

namespace PaperGraph.Graph.Statements;

internal static class StatementFields
{
    public static FieldBindings BindStatements(this FieldBindings bindings) => bindings
        .Enum<MetadataField>("PaperField")
        .Type<PaperSource>("PaperSource")
        .Type<StatedField>("StatedField")
        .Type<Disagreement>("Disagreement")
        .Type<StatedValue>("StatedValue")
        .Data("Paper.sources", SourceStatements.Sources)
        .Data("Paper.disagreements", SourceStatements.Disagreements);
}
