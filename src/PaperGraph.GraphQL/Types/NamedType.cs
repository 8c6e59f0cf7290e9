using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>A scalar, object, interface, union, enum or input object.</summary>
public abstract class NamedType : GraphQLType, INamed
{
    private protected NamedType(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    public string Name { get; }

    public string? Description { get; }

    /// <summary>The definition of the type; null for the scalars that every schema has.</summary>
    public TypeDefinitionNode? Definition { get; internal init; }

    /// <summary>The extensions merged into the type, in the order of the document.</summary>
    public ImmutableArray<TypeExtensionNode> Extensions { get; internal init; } = [];

    /// <summary>Whether the type belongs to introspection or is one of the five scalars of the specification.</summary>
    public bool IsBuiltIn { get; internal init; }

    public sealed override NamedType Named => this;

    public override string ToString() => Name;
}
