using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public abstract record TypeSystemExtensionNode(Location Location) : DefinitionNode(Location);

/// <summary>What is added to a named type that is defined elsewhere.</summary>
public abstract record TypeExtensionNode(Location Location, Name Name, ImmutableArray<DirectiveNode> Directives)
    : TypeSystemExtensionNode(Location);

public sealed record SchemaExtensionNode(
    Location Location,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes) : TypeSystemExtensionNode(Location)
{
    public override NodeKind Kind => NodeKind.SchemaExtension;
}

public sealed record ScalarTypeExtensionNode(Location Location, Name Name, ImmutableArray<DirectiveNode> Directives)
    : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.ScalarTypeExtension;
}

public sealed record ObjectTypeExtensionNode(
    Location Location,
    Name Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.ObjectTypeExtension;
}

public sealed record InterfaceTypeExtensionNode(
    Location Location,
    Name Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.InterfaceTypeExtension;
}

public sealed record UnionTypeExtensionNode(
    Location Location,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Types) : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.UnionTypeExtension;
}

public sealed record EnumTypeExtensionNode(
    Location Location,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values) : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.EnumTypeExtension;
}

public sealed record InputObjectTypeExtensionNode(
    Location Location,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields) : TypeExtensionNode(Location, Name, Directives)
{
    public override NodeKind Kind => NodeKind.InputObjectTypeExtension;
}
