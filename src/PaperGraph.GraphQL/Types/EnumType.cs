using System.Collections.Frozen;
using System.Text.Json;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>
/// Its values stand for members of a .NET enum where the bindings name one, else for their own names as strings.
/// </summary>
public sealed class EnumType(string name, string? description = null) : NamedType(name, description)
{
    private const int MaxTableLength = 256;

    private FrozenDictionary<object, EnumValue> byValue = FrozenDictionary<object, EnumValue>.Empty;

    /// <summary>The values by the numbers of the members, where these are small; that saves hashing a boxed enum for each value.</summary>
    private EnumValue?[] byNumber = [];

    public Members<EnumValue> Values { get; private set; } = new([]);

    /// <summary>The .NET type of the values: an enum, or <see cref="string"/>.</summary>
    public Type ClrType { get; private set; } = typeof(string);

    /// <summary>The enum's value for a .NET value, which is a member of <see cref="ClrType"/> or a value's name; else null.</summary>
    public EnumValue? FindValue(object value)
    {
        if (value is string valueName) return Values.Find(valueName);
        if (byNumber.Length == 0 || value.GetType() != ClrType) return byValue.GetValueOrDefault(value);
        var number = (int)value;
        return (uint)number < (uint)byNumber.Length ? byNumber[number] : null;
    }

    internal void Define(Type clrType, Members<EnumValue> values)
    {
        ClrType = clrType;
        Values = values;
        byValue = values.DistinctBy(value => value.Value).ToFrozenDictionary(value => value.Value);
        byNumber = [];
        if (!clrType.IsEnum || Enum.GetUnderlyingType(clrType) != typeof(int) || values.Count == 0) return;
        var (smallest, largest) = (values.Min(value => (int)value.Value), values.Max(value => (int)value.Value));
        if (smallest < 0 || largest >= MaxTableLength) return;
        byNumber = new EnumValue?[largest + 1];
        foreach (var value in values) byNumber[(int)value.Value] = value;
    }
}

/// <summary><see cref="Value"/> is what resolvers see: a member of a .NET enum, else the name.</summary>
public sealed class EnumValue(string name, object value) : INamed
{
    public string Name { get; } = name;

    public object Value { get; } = value;

    public string? Description { get; internal init; }

    /// <summary>Why the value is deprecated; null where it is not.</summary>
    public string? DeprecationReason { get; internal init; }

    public EnumValueDefinitionNode? Definition { get; internal init; }

    internal JsonEncodedText EncodedName { get; } = JsonEncodedText.Encode(name);

    public override string ToString() => Name;
}
