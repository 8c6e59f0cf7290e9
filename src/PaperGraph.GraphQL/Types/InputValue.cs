using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>An argument or a field of an input object.</summary>
public abstract class InputValue : INamed
{
    private protected InputValue(string name, GraphQLType type)
    {
        Name = name;
        Type = type;
    }

    public string Name { get; }

    public GraphQLType Type { get; }

    public string? Description { get; internal init; }

    /// <summary>Why it is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    /// <summary>The default as it is written; null where there is none.</summary>
    public ValueNode? DefaultLiteral { get; internal init; }

    /// <summary>The default as coerced to <see cref="Type"/>; meaningful where there is a <see cref="DefaultLiteral"/>.</summary>
    public object? DefaultValue { get; internal set; }

    public bool HasDefault => DefaultLiteral is not null;

    /// <summary>Whether a value must be given, because the type is non-null and there is no default.</summary>
    public bool IsRequired => Type.IsNonNull && !HasDefault;

    public InputValueDefinitionNode? Definition { get; internal init; }

    public override string ToString() => $"{Name}: {Type}";
}

/// <summary>An argument of a field or of a directive.</summary>
public sealed class Argument(string name, GraphQLType type) : InputValue(name, type);

/// <summary>A field of an input object.</summary>
public sealed class InputField(string name, GraphQLType type) : InputValue(name, type);
