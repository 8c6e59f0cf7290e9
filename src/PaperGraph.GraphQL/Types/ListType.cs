namespace PaperGraph.GraphQL.Types;

public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public GraphQLType ItemType { get; } = itemType;

    public override NamedType Named => ItemType.Named;

    public override string ToString() => $"[{ItemType}]";
}
