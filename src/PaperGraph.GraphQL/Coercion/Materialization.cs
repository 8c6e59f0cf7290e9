using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Coerced values as resolvers see them: lists as arrays of their items' .NET type, input objects as the records they are bound to.
/// Depends on the type of the argument, which may differ in nullability from the variable that the value comes from.
/// </summary>
internal static class Materialization
{
    public static object? Materialize(object? value, GraphQLType type) => type.Nullable switch
    {
        _ when value is null or Absent => value,
        ListType list => MaterializeList(value as object?[] ?? [value], list),
        InputObjectType when value is InputFields fields => MaterializeObject(fields),
        _ => value,
    };

    /// <summary>The .NET type of materialized values; without a nullable around the outermost.</summary>
    public static Type ClrTypeOf(GraphQLType type) => type.Nullable switch
    {
        ScalarType scalar => scalar.Format.ClrType,
        EnumType enumType => enumType.ClrType,
        InputObjectType inputObject => inputObject.ClrType ?? typeof(IReadOnlyDictionary<string, object?>),
        ListType list => ItemTypeOf(list).MakeArrayType(),
        _ => throw new InvalidOperationException($"{type} is no input type."),
    };

    private static Type ItemTypeOf(ListType list)
    {
        var type = ClrTypeOf(list.ItemType);
        return type.IsValueType && !list.ItemType.IsNonNull ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private static Array MaterializeList(object?[] items, ListType list)
    {
        var materialized = new object?[items.Length];
        for (var i = 0; i < items.Length; i++) materialized[i] = Materialize(items[i], list.ItemType);
        list.Maker ??= (ArrayMaker)Activator.CreateInstance(typeof(ArrayMaker<>).MakeGenericType(ItemTypeOf(list)))!;
        return list.Maker.Make(materialized);
    }

    private static object MaterializeObject(InputFields fields)
    {
        var values = new object?[fields.Values.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Materialize(fields.Values[i], fields.Type.Fields[i].Type);
        return fields.Type.Factory is { } make ? make(values) : ToDictionary(fields.Type, values);
    }

    private static Dictionary<string, object?> ToDictionary(InputObjectType type, object?[] values)
    {
        var given = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
            if (values[i] is not Absent) given.Add(type.Fields[i].Name, values[i]);
        return given;
    }
}

/// <summary>Makes arrays of one item type.</summary>
internal abstract class ArrayMaker
{
    public abstract Array Make(object?[] items);
}

internal sealed class ArrayMaker<T> : ArrayMaker
{
    public override Array Make(object?[] items) => Array.ConvertAll(items, item => (T)item!);
}
