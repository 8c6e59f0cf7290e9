using System.Collections.Immutable;

namespace PaperGraph.GraphQL.Language;

/// <summary>A literal, or a variable where one is allowed.</summary>
public abstract record ValueNode(Location Location) : Node(Location);

/// <summary><c>$name</c>; <see cref="Name"/> is without the dollar sign.</summary>
public sealed record VariableNode(Location Location, Name Name) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.Variable;
}

/// <summary>An integer of any size, its digits as written.</summary>
public sealed record IntValueNode(Location Location, string Value) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.IntValue;
}

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed record FloatValueNode(Location Location, string Value) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.FloatValue;
}

/// <summary>The value a string stands for: escapes resolved, a block string's common indentation removed.</summary>
public sealed record StringValueNode(Location Location, string Value, bool IsBlock = false) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.StringValue;
}

public sealed record BooleanValueNode(Location Location, bool Value) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.BooleanValue;
}

public sealed record NullValueNode(Location Location) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.NullValue;
}

public sealed record EnumValueNode(Location Location, string Value) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.EnumValue;
}

public sealed record ListValueNode(Location Location, ImmutableArray<ValueNode> Values) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.ListValue;
}

/// <summary>Fields in the order written; a name may stand twice until validation.</summary>
public sealed record ObjectValueNode(Location Location, ImmutableArray<ObjectFieldNode> Fields) : ValueNode(Location)
{
    public override NodeKind Kind => NodeKind.ObjectValue;

    /// <summary>The value of the first field of a name; null where there is none.</summary>
    internal ValueNode? FindValue(string name)
    {
        foreach (var field in Fields)
            if (field.Name.Value == name) return field.Value;
        return null;
    }
}

public sealed record ObjectFieldNode(Location Location, Name Name, ValueNode Value) : Node(Location)
{
    public override NodeKind Kind => NodeKind.ObjectField;
}
