using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

/// <summary>
/// One walk through a tree of nodes: into a node, through its parts in the order of the text, and out of it. Recursion goes as deep
/// as the document, which the parser limits.
/// </summary>
public abstract partial class Visitor
{
    public void Visit(Node node)
    {
        EnterAny(node);
        VisitParts(node);
        LeaveAny(node);
    }

    private void VisitParts(Node node)
    {
        switch (node)
        {
            case FieldNode field:
                VisitAll(field.Arguments);
                VisitAll(field.Directives);
                VisitIfThere(field.SelectionSet);
                break;
            case SelectionSetNode selections:
                VisitAll(selections.Selections);
                break;
            case ArgumentNode argument:
                Visit(argument.Value);
                break;
            case DirectiveNode directive:
                VisitAll(directive.Arguments);
                break;
            case ListValueNode list:
                VisitAll(list.Values);
                break;
            case ObjectValueNode item:
                VisitAll(item.Fields);
                break;
            case ObjectFieldNode field:
                Visit(field.Value);
                break;
            case ValueNode or NamedTypeNode:
                break;
            case FragmentSpreadNode spread:
                VisitAll(spread.Directives);
                break;
            case InlineFragmentNode inline:
                VisitIfThere(inline.TypeCondition);
                VisitAll(inline.Directives);
                Visit(inline.SelectionSet);
                break;
            case DocumentNode document:
                VisitAll(document.Definitions);
                break;
            case OperationDefinitionNode operation:
                VisitIfThere(operation.Description);
                VisitAll(operation.Variables);
                VisitAll(operation.Directives);
                Visit(operation.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                VisitIfThere(variable.Description);
                Visit(variable.Variable);
                Visit(variable.Type);
                VisitIfThere(variable.DefaultValue);
                VisitAll(variable.Directives);
                break;
            case FragmentDefinitionNode fragment:
                VisitIfThere(fragment.Description);
                Visit(fragment.TypeCondition);
                VisitAll(fragment.Directives);
                Visit(fragment.SelectionSet);
                break;
            case ListTypeNode list:
                Visit(list.Type);
                break;
            case NonNullTypeNode nonNull:
                Visit(nonNull.Type);
                break;
            default:
                VisitPartsOfTypeSystem(node);
                break;
        }
    }

    private void VisitPartsOfTypeSystem(Node node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                VisitIfThere(schema.Description);
                VisitAll(schema.Directives);
                VisitAll(schema.OperationTypes);
                break;
            case OperationTypeDefinitionNode root:
                Visit(root.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                VisitIfThere(scalar.Description);
                VisitAll(scalar.Directives);
                break;
            case ObjectTypeDefinitionNode type:
                VisitIfThere(type.Description);
                VisitType(type.Interfaces, type.Directives, type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                VisitIfThere(type.Description);
                VisitType(type.Interfaces, type.Directives, type.Fields);
                break;
            case FieldDefinitionNode field:
                VisitIfThere(field.Description);
                VisitAll(field.Arguments);
                Visit(field.Type);
                VisitAll(field.Directives);
                break;
            case InputValueDefinitionNode input:
                VisitIfThere(input.Description);
                Visit(input.Type);
                VisitIfThere(input.DefaultValue);
                VisitAll(input.Directives);
                break;
            case UnionTypeDefinitionNode union:
                VisitIfThere(union.Description);
                VisitType([], union.Directives, union.Types);
                break;
            case EnumTypeDefinitionNode type:
                VisitIfThere(type.Description);
                VisitType([], type.Directives, type.Values);
                break;
            case EnumValueDefinitionNode value:
                VisitIfThere(value.Description);
                VisitAll(value.Directives);
                break;
            case InputObjectTypeDefinitionNode input:
                VisitIfThere(input.Description);
                VisitType([], input.Directives, input.Fields);
                break;
            case DirectiveDefinitionNode directive:
                VisitIfThere(directive.Description);
                VisitAll(directive.Arguments);
                break;
            case SchemaExtensionNode schema:
                VisitType([], schema.Directives, schema.OperationTypes);
                break;
            case ScalarTypeExtensionNode scalar:
                VisitAll(scalar.Directives);
                break;
            case ObjectTypeExtensionNode type:
                VisitType(type.Interfaces, type.Directives, type.Fields);
                break;
            case InterfaceTypeExtensionNode type:
                VisitType(type.Interfaces, type.Directives, type.Fields);
                break;
            case UnionTypeExtensionNode union:
                VisitType([], union.Directives, union.Types);
                break;
            case EnumTypeExtensionNode type:
                VisitType([], type.Directives, type.Values);
                break;
            case InputObjectTypeExtensionNode input:
                VisitType([], input.Directives, input.Fields);
                break;
        }
    }

    private void VisitType<T>(
        ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<DirectiveNode> directives, ImmutableArray<T> members) where T : Node
    {
        VisitAll(interfaces);
        VisitAll(directives);
        VisitAll(members);
    }

    private void VisitAll<T>(ImmutableArray<T> nodes) where T : Node
    {
        foreach (var node in nodes) Visit(node);
    }

    private void VisitIfThere(Node? node)
    {
        if (node is not null) Visit(node);
    }
}
