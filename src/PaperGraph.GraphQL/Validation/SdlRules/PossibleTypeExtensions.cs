using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>What is extended is defined, and is of the same kind. §3.4.3</summary>
internal sealed class PossibleTypeExtensions(SdlContext context) : ValidationRule
{
    public override void Enter(DocumentNode node)
    {
        foreach (var extension in node.Definitions.OfType<TypeExtensionNode>()) Check(extension);
    }

    private void Check(TypeExtensionNode extension)
    {
        var name = extension.Name;
        if (context.FindType(name) is not { } definition)
        {
            context.Report(
                this,
                $"Cannot extend type \"{name}\" because it is not defined.{DidYouMean.Among(name, context.TypeNames):whole}",
                name.Location);
            return;
        }

        var (kind, expected) = extension switch
        {
            ScalarTypeExtensionNode => ("scalar", NodeKind.ScalarTypeDefinition),
            ObjectTypeExtensionNode => ("object", NodeKind.ObjectTypeDefinition),
            InterfaceTypeExtensionNode => ("interface", NodeKind.InterfaceTypeDefinition),
            UnionTypeExtensionNode => ("union", NodeKind.UnionTypeDefinition),
            EnumTypeExtensionNode => ("enum", NodeKind.EnumTypeDefinition),
            _ => ("input object", NodeKind.InputObjectTypeDefinition),
        };
        if (definition.Kind != expected)
            context.Report(this, $"Cannot extend non-{kind} type \"{name}\".", definition.Location, extension.Location);
    }
}
