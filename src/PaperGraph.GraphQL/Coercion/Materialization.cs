using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Coerced values as resolvers see them: lists as arrays of their items' .NET type, input objects as the records they are bound to.
/// Depends on the type of the argument, which may differ in nullability from the variable that the value comes from.
/// </summary>
internal static class Materialization
{
    public static object? Materialize(object? value, GraphQLType type, WorkCounter work)
    {
        work.Step();
        return type.Nullable switch
        {
            _ when value is null or Absent => value,
            ListType list => (value as InputList ?? new InputList([value])).Materialize(list, work),
            InputObjectType when value is CoercedInputObject fields => fields.Materialize(work),
            _ => value,
        };
    }

    /// <summary>The .NET type of materialized values; without a nullable around the outermost.</summary>
    public static Type GetClrType(GraphQLType type) => type.Nullable switch
    {
        ScalarType scalar => scalar.Format.ClrType,
        EnumType enumType => enumType.ClrType,
        InputObjectType inputObject => inputObject.ClrType ?? typeof(IReadOnlyDictionary<string, object?>),
        ListType list => GetItemType(list).MakeArrayType(),
        _ => throw new InvalidOperationException($"{type} is no input type."),
    };

    public static ArrayMaker GetMaker(ListType list) =>
        (ArrayMaker)Activator.CreateInstance(typeof(ArrayMaker<>).MakeGenericType(GetItemType(list)))!;

    private static Type GetItemType(ListType list)
    {
        var type = GetClrType(list.ItemType);
        return type.IsValueType && !list.ItemType.IsNonNull ? typeof(Nullable<>).MakeGenericType(type) : type;
    }
}
