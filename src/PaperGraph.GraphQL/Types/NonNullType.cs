namespace PaperGraph.GraphQL.Types;

/// <summary>Of a named type or a list, never of another non-null.</summary>
public sealed class NonNullType(GraphQLType nullable) : GraphQLType
{
    public override NamedType Named => Nullable.Named;

    public override GraphQLType Nullable { get; } = nullable;

    public override string ToString() => $"{Nullable}!";
}
