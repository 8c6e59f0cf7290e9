using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A directive is defined, and may stand where it stands. §5.7.1, §5.7.2</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule
{
    public override void Enter(DirectiveNode node)
    {
        if (context.Directive(node.Name) is not { } directive)
        {
            context.Report(this, $"Unknown directive \"@{node.Name}\".", node.Location);
            return;
        }
        var location = GetLocation(context.Parent);
        if (!directive.Locations.Contains(location))
            context.Report(this, $"Directive \"@{node.Name}\" may not be used on {location}.", node.Location);
    }

    private string GetLocation(Node place) => place switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => DirectiveLocation.Query,
        OperationDefinitionNode { Operation: OperationType.Mutation } => DirectiveLocation.Mutation,
        OperationDefinitionNode => DirectiveLocation.Subscription,
        FieldNode => DirectiveLocation.Field,
        FragmentSpreadNode => DirectiveLocation.FragmentSpread,
        InlineFragmentNode => DirectiveLocation.InlineFragment,
        FragmentDefinitionNode => DirectiveLocation.FragmentDefinition,
        VariableDefinitionNode => DirectiveLocation.VariableDefinition,
        SchemaDefinitionNode or SchemaExtensionNode => DirectiveLocation.Schema,
        ScalarTypeDefinitionNode or ScalarTypeExtensionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode or ObjectTypeExtensionNode => DirectiveLocation.Object,
        FieldDefinitionNode => DirectiveLocation.FieldDefinition,
        InterfaceTypeDefinitionNode or InterfaceTypeExtensionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode or UnionTypeExtensionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode or EnumTypeExtensionNode => DirectiveLocation.Enum,
        EnumValueDefinitionNode => DirectiveLocation.EnumValue,
        InputObjectTypeDefinitionNode or InputObjectTypeExtensionNode => DirectiveLocation.InputObject,
        InputValueDefinitionNode when context.Grandparent is InputObjectTypeDefinitionNode or InputObjectTypeExtensionNode =>
            DirectiveLocation.InputFieldDefinition,
        InputValueDefinitionNode => DirectiveLocation.ArgumentDefinition,
        _ => throw new InvalidOperationException($"A {place.Kind} has no directives."),
    };
}
