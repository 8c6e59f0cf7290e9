using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

public abstract record TypeSystemDefinitionNode(Location Location, StringValueNode? Description) : DefinitionNode(Location);

/// <summary>A definition of a named type.</summary>
public abstract record TypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives) : TypeSystemDefinitionNode(Location, Description);

public sealed record SchemaDefinitionNode(
    Location Location,
    StringValueNode? Description,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes) : TypeSystemDefinitionNode(Location, Description)
{
    public override NodeKind Kind => NodeKind.SchemaDefinition;
}

/// <summary><c>query: Type</c> in a schema definition.</summary>
public sealed record OperationTypeDefinitionNode(Location Location, OperationType Operation, NamedTypeNode Type) : Node(Location)
{
    public override NodeKind Kind => NodeKind.OperationTypeDefinition;
}

public sealed record ScalarTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.ScalarTypeDefinition;
}

public sealed record ObjectTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.ObjectTypeDefinition;
}

public sealed record FieldDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    ImmutableArray<DirectiveNode> Directives) : Node(Location)
{
    public override NodeKind Kind => NodeKind.FieldDefinition;
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed record InputValueDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives) : Node(Location)
{
    public override NodeKind Kind => NodeKind.InputValueDefinition;
}

public sealed record InterfaceTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.InterfaceTypeDefinition;
}

public sealed record UnionTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Types) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.UnionTypeDefinition;
}

public sealed record EnumTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.EnumTypeDefinition;
}

public sealed record EnumValueDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives) : Node(Location)
{
    public override NodeKind Kind => NodeKind.EnumValueDefinition;
}

public sealed record InputObjectTypeDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields) : TypeDefinitionNode(Location, Description, Name, Directives)
{
    public override NodeKind Kind => NodeKind.InputObjectTypeDefinition;
}

/// <summary><see cref="Locations"/> are names of directive locations, such as <c>FIELD_DEFINITION</c>.</summary>
public sealed record DirectiveDefinitionNode(
    Location Location,
    StringValueNode? Description,
    Name Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    ImmutableArray<Name> Locations) : TypeSystemDefinitionNode(Location, Description)
{
    public override NodeKind Kind => NodeKind.DirectiveDefinition;
}
