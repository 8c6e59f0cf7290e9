using System.Collections.Frozen;
using System.Collections.Immutable;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Introspection;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>Types and directives, and the types where operations start. Made by <see cref="Building.SchemaBuilder"/>.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<CompositeType, ImmutableArray<ObjectType>> possibleTypes;
    private readonly FrozenDictionary<CompositeType, FrozenSet<ObjectType>> possibleTypeSets;

    internal Schema(
        Members<NamedType> types,
        Members<Directive> directives,
        ObjectType? queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType)
    {
        Types = types;
        Directives = directives;
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        possibleTypes = types.OfType<CompositeType>().ToFrozenDictionary(type => type, PossibleTypesAmong(types));
        possibleTypeSets = possibleTypes.Where(pair => pair.Key.IsAbstract)
            .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());
        MetaFields = new MetaFields(types);
    }

    public string? Description { get; internal init; }

    /// <summary>All named types, the built-in ones included.</summary>
    public Members<NamedType> Types { get; }

    /// <summary>All directives, the built-in ones included.</summary>
    public Members<Directive> Directives { get; }

    /// <summary>The root type of queries; null only in a schema that breaks the rules.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root type of mutations; null where the schema has none.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root type of subscriptions; null where the schema has none.</summary>
    public ObjectType? SubscriptionType { get; }

    public SchemaDefinitionNode? Definition { get; internal init; }

    public ImmutableArray<SchemaExtensionNode> Extensions { get; internal init; } = [];

    internal MetaFields MetaFields { get; }

    /// <summary>Finds the object types of values of interfaces and unions, as the bindings say.</summary>
    internal AbstractTypes AbstractTypes { get; set; } = AbstractTypes.Unbound;

    /// <summary>What its parts cost; by its directives cost and listSize.</summary>
    internal CostModel Costs { get; set; } = CostModel.Default;

    /// <summary>The root type of a kind of operation; null where the schema has none of that kind.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The type that a reference stands for; null where its name is unknown.</summary>
    public GraphQLType? ResolveType(TypeNode reference) => TypeReferences.Resolve(Types, reference, out _);

    /// <summary>
    /// A field by name, <c>__typename</c> on every composite type and <c>__schema</c> and <c>__type</c> on the query root included.
    /// </summary>
    public Field? FindField(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal) && MetaFields.Find(name, type == QueryType) is { } meta) return meta;
        return type is ObjectOrInterfaceType { Fields: var fields } ? fields.Find(name) : null;
    }

    /// <summary>
    /// What a coordinate names: a type, a field, an input field, an enum value, an argument or a directive; null where the schema has none
    /// of that name. Introspection is part of every schema.
    /// </summary>
    public INamed? Find(SchemaCoordinate coordinate)
    {
        if (coordinate.IsDirective)
        {
            var directive = Directives.Find(coordinate.Name);
            return coordinate.Argument is { } name ? directive?.Arguments.Find(name) : directive;
        }
        return Types.Find(coordinate.Name) switch
        {
            var type when coordinate.Member is null => type,
            CompositeType type when coordinate.Argument is { } argument => FindField(type, coordinate.Member)?.Arguments.Find(argument),
            _ when coordinate.Argument is not null => null,
            CompositeType type => FindField(type, coordinate.Member),
            InputObjectType type => type.Fields.Find(coordinate.Member),
            EnumType type => type.Values.Find(coordinate.Member),
            _ => null,
        };
    }

    /// <summary>The object types that a value of the type may have; an object type itself.</summary>
    public ImmutableArray<ObjectType> PossibleTypes(CompositeType type) => possibleTypes[type];

    public bool IsPossibleType(CompositeType type, ObjectType candidate) =>
        type == candidate || (type.IsAbstract && possibleTypeSets[type].Contains(candidate));

    private static Func<CompositeType, ImmutableArray<ObjectType>> PossibleTypesAmong(Members<NamedType> types)
    {
        var implementations = types.OfType<ObjectType>()
            .SelectMany(type => type.Interfaces, (type, found) => (Interface: found, Type: type))
            .ToLookup(pair => pair.Interface, pair => pair.Type);
        return type => type switch
        {
            ObjectType self => [self],
            UnionType union => [.. union.Types],
            _ => [.. implementations[(InterfaceType)type]],
        };
    }
}
