using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A type that is referred to is defined. §5.5.1.2</summary>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule
{
    public override void Enter(NamedTypeNode node)
    {
        if (context.KnowsType(node.Name)) return;
        var inTypeSystem = context.Definition is not ExecutableDefinitionNode;
        if (inTypeSystem && SpecifiedDefinitions.TypeNames.Contains(node.Name)) return;
        var names = inTypeSystem ? SpecifiedDefinitions.TypeNames.Concat(context.TypeNames) : context.TypeNames;
        context.Report(this, $"Unknown type \"{node.Name}\".{DidYouMean.Among(node.Name, names):whole}", node.Location);
    }
}
