using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>A field of an object or interface.</summary>
public sealed class Field(string name, GraphQLType type) : INamed
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public Members<Argument> Arguments { get; internal init; } = new([]);

    public string? Description { get; internal init; }

    /// <summary>Why the field is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    public FieldDefinitionNode? Definition { get; internal init; }

    /// <summary>Null for fields of interfaces, and in a schema that was built without bindings.</summary>
    public FieldResolver? Resolver { get; internal set; }

    public override string ToString() => $"{Name}: {Type}";
}
