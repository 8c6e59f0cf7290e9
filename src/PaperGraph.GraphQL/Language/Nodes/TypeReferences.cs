namespace PaperGraph.GraphQL.Language;

/// <summary>A type where it is referred to: by name, as a list, or as non-null.</summary>
public abstract record TypeNode(Location Location) : Node(Location);

public sealed record NamedTypeNode(Name Name) : TypeNode(Name.Location)
{
    public override NodeKind Kind => NodeKind.NamedType;
}

public sealed record ListTypeNode(Location Location, TypeNode Type) : TypeNode(Location)
{
    public override NodeKind Kind => NodeKind.ListType;
}

/// <summary>A non-null type. The type inside is a named type or a list, never another non-null type.</summary>
public sealed record NonNullTypeNode(Location Location, TypeNode Type) : TypeNode(Location)
{
    public override NodeKind Kind => NodeKind.NonNullType;
}
