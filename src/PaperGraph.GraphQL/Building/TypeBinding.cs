using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>Gives objects, enums, input objects and scalars the .NET types that their values have.</summary>
internal static class TypeBinding
{
    public static void Bind(Schema schema, FieldBindings bindings, List<string> problems)
    {
        foreach (var (name, clrType) in bindings.ObjectTypes)
        {
            if (Find<ObjectType>(schema, name, "object type", problems) is { } type) type.ClrType = clrType;
        }
        foreach (var (name, format) in bindings.ScalarFormats)
        {
            if (Find<ScalarType>(schema, name, "scalar", problems) is { } type) type.Format = format;
        }
        foreach (var scalar in schema.Types.OfType<ScalarType>().Where(scalar => scalar.Format == UnboundScalar.Format))
            problems.Add($"Scalar {scalar} has no format: bind one with Scalar(\"{scalar}\", …).");
        foreach (var (name, clrType) in bindings.EnumTypes)
        {
            if (Find<EnumType>(schema, name, "enum", problems) is { } type) BindEnum(type, clrType, problems);
        }
        var inputs = bindings.InputTypes
            .Select(pair => (Type: Find<InputObjectType>(schema, pair.Key, "input object type", problems), Clr: pair.Value))
            .Where(pair => pair.Type is not null)
            .ToList();
        // Records may have parameters of other records, so all are known before the first constructor is looked at.
        foreach (var (type, clrType) in inputs) type!.ClrType = clrType;
        foreach (var (type, _) in inputs) type!.Factory = InputRecords.FactoryFor(type, problems);
    }

    private static T? Find<T>(Schema schema, string name, string kind, List<string> problems)
        where T : NamedType
    {
        if (schema.Types.Find(name) is T found) return found;
        problems.Add($"Bindings name the {kind} {name}, which the schema does not define.");
        return null;
    }

    private static void BindEnum(EnumType type, Type clrType, List<string> problems)
    {
        var members = Enum.GetNames(clrType).ToDictionary(name => name.ToUpperInvariant(), StringComparer.Ordinal);
        var values = new List<EnumValue>();
        foreach (var value in type.Values)
        {
            if (!members.Remove(value.Name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(), out var member))
            {
                problems.Add($"Enum {type}: {clrType.Name} has no member for {value.Name}.");
                continue;
            }
            values.Add(new EnumValue(value.Name, Enum.Parse(clrType, member))
            {
                Description = value.Description,
                DeprecationReason = value.DeprecationReason,
                Definition = value.Definition,
            });
        }
        foreach (var member in members.Values) problems.Add($"Enum {type} has no value for {clrType.Name}.{member}.");
        type.Define(clrType, new Members<EnumValue>(values));
    }
}
