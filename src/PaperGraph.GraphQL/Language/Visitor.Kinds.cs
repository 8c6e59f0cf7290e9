namespace PaperGraph.GraphQL.Language;

/// <summary>What a visitor does at each kind of node: nothing, where it does not override.</summary>
public abstract partial class Visitor
{
    public virtual void Enter(DocumentNode node) { }
    public virtual void Enter(OperationDefinitionNode node) { }
    public virtual void Enter(VariableDefinitionNode node) { }
    public virtual void Enter(FragmentDefinitionNode node) { }
    public virtual void Enter(SelectionSetNode node) { }
    public virtual void Enter(FieldNode node) { }
    public virtual void Enter(FragmentSpreadNode node) { }
    public virtual void Enter(InlineFragmentNode node) { }
    public virtual void Enter(ArgumentNode node) { }
    public virtual void Enter(DirectiveNode node) { }
    public virtual void Enter(VariableNode node) { }
    public virtual void Enter(IntValueNode node) { }
    public virtual void Enter(FloatValueNode node) { }
    public virtual void Enter(StringValueNode node) { }
    public virtual void Enter(BooleanValueNode node) { }
    public virtual void Enter(NullValueNode node) { }
    public virtual void Enter(EnumValueNode node) { }
    public virtual void Enter(ListValueNode node) { }
    public virtual void Enter(ObjectValueNode node) { }
    public virtual void Enter(ObjectFieldNode node) { }
    public virtual void Enter(NamedTypeNode node) { }
    public virtual void Enter(ListTypeNode node) { }
    public virtual void Enter(NonNullTypeNode node) { }
    public virtual void Enter(SchemaDefinitionNode node) { }
    public virtual void Enter(OperationTypeDefinitionNode node) { }
    public virtual void Enter(ScalarTypeDefinitionNode node) { }
    public virtual void Enter(ObjectTypeDefinitionNode node) { }
    public virtual void Enter(FieldDefinitionNode node) { }
    public virtual void Enter(InputValueDefinitionNode node) { }
    public virtual void Enter(InterfaceTypeDefinitionNode node) { }
    public virtual void Enter(UnionTypeDefinitionNode node) { }
    public virtual void Enter(EnumTypeDefinitionNode node) { }
    public virtual void Enter(EnumValueDefinitionNode node) { }
    public virtual void Enter(InputObjectTypeDefinitionNode node) { }
    public virtual void Enter(DirectiveDefinitionNode node) { }
    public virtual void Enter(SchemaExtensionNode node) { }
    public virtual void Enter(ScalarTypeExtensionNode node) { }
    public virtual void Enter(ObjectTypeExtensionNode node) { }
    public virtual void Enter(InterfaceTypeExtensionNode node) { }
    public virtual void Enter(UnionTypeExtensionNode node) { }
    public virtual void Enter(EnumTypeExtensionNode node) { }
    public virtual void Enter(InputObjectTypeExtensionNode node) { }

    public virtual void Leave(DocumentNode node) { }
    public virtual void Leave(OperationDefinitionNode node) { }
    public virtual void Leave(VariableDefinitionNode node) { }
    public virtual void Leave(FragmentDefinitionNode node) { }
    public virtual void Leave(SelectionSetNode node) { }
    public virtual void Leave(FieldNode node) { }
    public virtual void Leave(FragmentSpreadNode node) { }
    public virtual void Leave(InlineFragmentNode node) { }
    public virtual void Leave(ArgumentNode node) { }
    public virtual void Leave(DirectiveNode node) { }
    public virtual void Leave(VariableNode node) { }
    public virtual void Leave(IntValueNode node) { }
    public virtual void Leave(FloatValueNode node) { }
    public virtual void Leave(StringValueNode node) { }
    public virtual void Leave(BooleanValueNode node) { }
    public virtual void Leave(NullValueNode node) { }
    public virtual void Leave(EnumValueNode node) { }
    public virtual void Leave(ListValueNode node) { }
    public virtual void Leave(ObjectValueNode node) { }
    public virtual void Leave(ObjectFieldNode node) { }
    public virtual void Leave(NamedTypeNode node) { }
    public virtual void Leave(ListTypeNode node) { }
    public virtual void Leave(NonNullTypeNode node) { }
    public virtual void Leave(SchemaDefinitionNode node) { }
    public virtual void Leave(OperationTypeDefinitionNode node) { }
    public virtual void Leave(ScalarTypeDefinitionNode node) { }
    public virtual void Leave(ObjectTypeDefinitionNode node) { }
    public virtual void Leave(FieldDefinitionNode node) { }
    public virtual void Leave(InputValueDefinitionNode node) { }
    public virtual void Leave(InterfaceTypeDefinitionNode node) { }
    public virtual void Leave(UnionTypeDefinitionNode node) { }
    public virtual void Leave(EnumTypeDefinitionNode node) { }
    public virtual void Leave(EnumValueDefinitionNode node) { }
    public virtual void Leave(InputObjectTypeDefinitionNode node) { }
    public virtual void Leave(DirectiveDefinitionNode node) { }
    public virtual void Leave(SchemaExtensionNode node) { }
    public virtual void Leave(ScalarTypeExtensionNode node) { }
    public virtual void Leave(ObjectTypeExtensionNode node) { }
    public virtual void Leave(InterfaceTypeExtensionNode node) { }
    public virtual void Leave(UnionTypeExtensionNode node) { }
    public virtual void Leave(EnumTypeExtensionNode node) { }
    public virtual void Leave(InputObjectTypeExtensionNode node) { }

    internal virtual void EnterAny(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Document: Enter((DocumentNode)node); break;
            case NodeKind.OperationDefinition: Enter((OperationDefinitionNode)node); break;
            case NodeKind.VariableDefinition: Enter((VariableDefinitionNode)node); break;
            case NodeKind.FragmentDefinition: Enter((FragmentDefinitionNode)node); break;
            case NodeKind.SelectionSet: Enter((SelectionSetNode)node); break;
            case NodeKind.Field: Enter((FieldNode)node); break;
            case NodeKind.FragmentSpread: Enter((FragmentSpreadNode)node); break;
            case NodeKind.InlineFragment: Enter((InlineFragmentNode)node); break;
            case NodeKind.Argument: Enter((ArgumentNode)node); break;
            case NodeKind.Directive: Enter((DirectiveNode)node); break;
            case NodeKind.Variable: Enter((VariableNode)node); break;
            case NodeKind.IntValue: Enter((IntValueNode)node); break;
            case NodeKind.FloatValue: Enter((FloatValueNode)node); break;
            case NodeKind.StringValue: Enter((StringValueNode)node); break;
            case NodeKind.BooleanValue: Enter((BooleanValueNode)node); break;
            case NodeKind.NullValue: Enter((NullValueNode)node); break;
            case NodeKind.EnumValue: Enter((EnumValueNode)node); break;
            case NodeKind.ListValue: Enter((ListValueNode)node); break;
            case NodeKind.ObjectValue: Enter((ObjectValueNode)node); break;
            case NodeKind.ObjectField: Enter((ObjectFieldNode)node); break;
            case NodeKind.NamedType: Enter((NamedTypeNode)node); break;
            case NodeKind.ListType: Enter((ListTypeNode)node); break;
            case NodeKind.NonNullType: Enter((NonNullTypeNode)node); break;
            case NodeKind.SchemaDefinition: Enter((SchemaDefinitionNode)node); break;
            case NodeKind.OperationTypeDefinition: Enter((OperationTypeDefinitionNode)node); break;
            case NodeKind.ScalarTypeDefinition: Enter((ScalarTypeDefinitionNode)node); break;
            case NodeKind.ObjectTypeDefinition: Enter((ObjectTypeDefinitionNode)node); break;
            case NodeKind.FieldDefinition: Enter((FieldDefinitionNode)node); break;
            case NodeKind.InputValueDefinition: Enter((InputValueDefinitionNode)node); break;
            case NodeKind.InterfaceTypeDefinition: Enter((InterfaceTypeDefinitionNode)node); break;
            case NodeKind.UnionTypeDefinition: Enter((UnionTypeDefinitionNode)node); break;
            case NodeKind.EnumTypeDefinition: Enter((EnumTypeDefinitionNode)node); break;
            case NodeKind.EnumValueDefinition: Enter((EnumValueDefinitionNode)node); break;
            case NodeKind.InputObjectTypeDefinition: Enter((InputObjectTypeDefinitionNode)node); break;
            case NodeKind.DirectiveDefinition: Enter((DirectiveDefinitionNode)node); break;
            case NodeKind.SchemaExtension: Enter((SchemaExtensionNode)node); break;
            case NodeKind.ScalarTypeExtension: Enter((ScalarTypeExtensionNode)node); break;
            case NodeKind.ObjectTypeExtension: Enter((ObjectTypeExtensionNode)node); break;
            case NodeKind.InterfaceTypeExtension: Enter((InterfaceTypeExtensionNode)node); break;
            case NodeKind.UnionTypeExtension: Enter((UnionTypeExtensionNode)node); break;
            case NodeKind.EnumTypeExtension: Enter((EnumTypeExtensionNode)node); break;
            case NodeKind.InputObjectTypeExtension: Enter((InputObjectTypeExtensionNode)node); break;
        }
    }

    internal virtual void LeaveAny(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Document: Leave((DocumentNode)node); break;
            case NodeKind.OperationDefinition: Leave((OperationDefinitionNode)node); break;
            case NodeKind.VariableDefinition: Leave((VariableDefinitionNode)node); break;
            case NodeKind.FragmentDefinition: Leave((FragmentDefinitionNode)node); break;
            case NodeKind.SelectionSet: Leave((SelectionSetNode)node); break;
            case NodeKind.Field: Leave((FieldNode)node); break;
            case NodeKind.FragmentSpread: Leave((FragmentSpreadNode)node); break;
            case NodeKind.InlineFragment: Leave((InlineFragmentNode)node); break;
            case NodeKind.Argument: Leave((ArgumentNode)node); break;
            case NodeKind.Directive: Leave((DirectiveNode)node); break;
            case NodeKind.Variable: Leave((VariableNode)node); break;
            case NodeKind.IntValue: Leave((IntValueNode)node); break;
            case NodeKind.FloatValue: Leave((FloatValueNode)node); break;
            case NodeKind.StringValue: Leave((StringValueNode)node); break;
            case NodeKind.BooleanValue: Leave((BooleanValueNode)node); break;
            case NodeKind.NullValue: Leave((NullValueNode)node); break;
            case NodeKind.EnumValue: Leave((EnumValueNode)node); break;
            case NodeKind.ListValue: Leave((ListValueNode)node); break;
            case NodeKind.ObjectValue: Leave((ObjectValueNode)node); break;
            case NodeKind.ObjectField: Leave((ObjectFieldNode)node); break;
            case NodeKind.NamedType: Leave((NamedTypeNode)node); break;
            case NodeKind.ListType: Leave((ListTypeNode)node); break;
            case NodeKind.NonNullType: Leave((NonNullTypeNode)node); break;
            case NodeKind.SchemaDefinition: Leave((SchemaDefinitionNode)node); break;
            case NodeKind.OperationTypeDefinition: Leave((OperationTypeDefinitionNode)node); break;
            case NodeKind.ScalarTypeDefinition: Leave((ScalarTypeDefinitionNode)node); break;
            case NodeKind.ObjectTypeDefinition: Leave((ObjectTypeDefinitionNode)node); break;
            case NodeKind.FieldDefinition: Leave((FieldDefinitionNode)node); break;
            case NodeKind.InputValueDefinition: Leave((InputValueDefinitionNode)node); break;
            case NodeKind.InterfaceTypeDefinition: Leave((InterfaceTypeDefinitionNode)node); break;
            case NodeKind.UnionTypeDefinition: Leave((UnionTypeDefinitionNode)node); break;
            case NodeKind.EnumTypeDefinition: Leave((EnumTypeDefinitionNode)node); break;
            case NodeKind.EnumValueDefinition: Leave((EnumValueDefinitionNode)node); break;
            case NodeKind.InputObjectTypeDefinition: Leave((InputObjectTypeDefinitionNode)node); break;
            case NodeKind.DirectiveDefinition: Leave((DirectiveDefinitionNode)node); break;
            case NodeKind.SchemaExtension: Leave((SchemaExtensionNode)node); break;
            case NodeKind.ScalarTypeExtension: Leave((ScalarTypeExtensionNode)node); break;
            case NodeKind.ObjectTypeExtension: Leave((ObjectTypeExtensionNode)node); break;
            case NodeKind.InterfaceTypeExtension: Leave((InterfaceTypeExtensionNode)node); break;
            case NodeKind.UnionTypeExtension: Leave((UnionTypeExtensionNode)node); break;
            case NodeKind.EnumTypeExtension: Leave((EnumTypeExtensionNode)node); break;
            case NodeKind.InputObjectTypeExtension: Leave((InputObjectTypeExtensionNode)node); break;
        }
    }
}
