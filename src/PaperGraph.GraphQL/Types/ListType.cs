using PaperGraph.GraphQL.Coercion;

namespace PaperGraph.GraphQL.Types;

public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public GraphQLType ItemType { get; } = itemType;

    public override NamedType Named => ItemType.Named;

    /// <summary>Makes lists as arguments hold them; known after the first.</summary>
    internal ArrayMaker? Maker { get; set; }

    public override string ToString() => $"[{ItemType}]";
}
