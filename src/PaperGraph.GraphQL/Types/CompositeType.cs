namespace PaperGraph.GraphQL.Types;

/// <summary>A type with a selection of fields: an object, an interface or a union.</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>An interface or a union: its values are of object types that are known at run time only.</summary>
    public bool IsAbstract => this is not ObjectType;
}

/// <summary>A type that defines fields: an object or an interface.</summary>
public abstract class ObjectOrInterfaceType : CompositeType
{
    private protected ObjectOrInterfaceType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>The fields of the definition and its extensions; without <c>__typename</c>.</summary>
    public Members<Field> Fields { get; internal set; } = new([]);

    /// <summary>Every interface that the type declares to implement.</summary>
    public Members<InterfaceType> Interfaces { get; internal set; } = new([]);
}
