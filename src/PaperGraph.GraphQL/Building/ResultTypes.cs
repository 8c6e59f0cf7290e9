using System.Collections;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>Whether a resolver's .NET type can give values of a field's type.</summary>
internal static class ResultTypes
{
    /// <summary>What does not fit; null where it fits, or where only the values can tell.</summary>
    public static string? Mismatch(Type clrType, GraphQLType type)
    {
        var actual = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (actual == typeof(object)) return null;
        return type.Nullable switch
        {
            ListType list => FindItemType(actual) is { } item
                ? Mismatch(item, list.ItemType)
                : $"{actual.Name} is no list, but the field is {type}",
            ScalarType scalar when !scalar.Format.Accepts(actual) => $"{actual.Name} gives no {scalar}",
            EnumType enumType when actual != enumType.ClrType && actual != typeof(string) => $"{actual.Name} gives no {enumType}",
            ObjectType { ClrType: { } bound } found when !bound.IsAssignableFrom(actual) && !actual.IsAssignableFrom(bound) =>
                $"{actual.Name} gives no {found}, which is bound to {bound.Name}",
            _ => null,
        };
    }

    private static Type? FindItemType(Type type)
    {
        if (type == typeof(string)) return null;
        var enumerable = type.GetInterfaces().Prepend(type).FirstOrDefault(candidate =>
            candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (enumerable is not null) return enumerable.GetGenericArguments()[0];
        return typeof(IEnumerable).IsAssignableFrom(type) ? typeof(object) : null;
    }
}
