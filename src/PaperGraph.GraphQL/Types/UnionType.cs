namespace PaperGraph.GraphQL.Types;

public sealed class UnionType(string name, string? description = null) : CompositeType(name, description)
{
    public Members<ObjectType> Types { get; internal set; } = new([]);
}
