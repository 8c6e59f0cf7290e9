using System.Collections.Concurrent;
using System.Collections.Frozen;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>ResolveAbstractType: by the name that the bindings' function gives, else by the .NET type of the value.</summary>
internal sealed class AbstractTypes(
    Members<NamedType> types,
    IReadOnlyDictionary<string, Func<object, string?>> typeNames,
    IEnumerable<ObjectType> objectTypes)
{
    public static readonly AbstractTypes Unbound = new(new Members<NamedType>([]), new Dictionary<string, Func<object, string?>>(), []);

    private readonly FrozenDictionary<Type, ObjectType[]> byClrType = objectTypes
        .Where(type => type.ClrType is not null)
        .GroupBy(type => type.ClrType!)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private readonly ConcurrentDictionary<(CompositeType Abstract, Type Value), ObjectType?> known = new();

    /// <summary>Null where the value is of none of the possible types.</summary>
    public ObjectType? ResolveType(Schema schema, CompositeType abstractType, object value)
    {
        if (typeNames.TryGetValue(abstractType.Name, out var nameOf))
        {
            return nameOf(value) is { } name && types.Find(name) is ObjectType named && schema.IsPossibleType(abstractType, named)
                ? named
                : null;
        }
        return known.GetOrAdd(
            (abstractType, value.GetType()),
            static (key, args) => args.Self.ByClrType(args.schema, key.Abstract, key.Value),
            (Self: this, schema));
    }

    private ObjectType? ByClrType(Schema schema, CompositeType abstractType, Type valueType)
    {
        for (var type = valueType; type is not null; type = type.BaseType)
        {
            if (Possible(type) is { } found) return found;
        }
        return valueType.GetInterfaces().Select(Possible).FirstOrDefault(found => found is not null);

        ObjectType? Possible(Type type) => byClrType.TryGetValue(type, out var candidates)
            ? candidates.FirstOrDefault(candidate => schema.IsPossibleType(abstractType, candidate))
            : null;
    }
}
