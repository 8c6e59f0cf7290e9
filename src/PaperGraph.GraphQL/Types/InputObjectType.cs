namespace PaperGraph.GraphQL.Types;

/// <summary>
/// Its values are records of <see cref="ClrType"/> where the bindings name one, else
/// <see cref="IReadOnlyDictionary{TKey, TValue}"/> of <see cref="string"/> to coerced values, holding the fields that were given
/// or have a default.
/// </summary>
public sealed class InputObjectType(string name, string? description = null) : NamedType(name, description)
{
    public Members<InputField> Fields { get; internal set; } = new([]);

    /// <summary>Marked with <c>@oneOf</c>: exactly one field is given, and it is not null.</summary>
    public bool IsOneOf { get; internal set; }

    public Type? ClrType { get; internal set; }

    /// <summary>Makes a value of <see cref="ClrType"/>, or a dictionary, from coerced field values.</summary>
    internal InputObjectFactory? Factory { get; set; }
}

/// <summary>
/// Makes a value from one value a field, in the order of <see cref="InputObjectType.Fields"/>;
/// <see cref="Absent"/> where a field was not given and has no default.
/// </summary>
internal delegate object InputObjectFactory(object?[] values);
