namespace PaperGraph.GraphQL.Types;

/// <summary>A non-null type. The type inside is a named type or a list, never another non-null type.</summary>
public sealed class NonNullType(GraphQLType nullable) : GraphQLType
{
    public override NamedType Named => Nullable.Named;

    public override GraphQLType Nullable { get; } = nullable;

    public override string ToString() => $"{Nullable}!";
}
