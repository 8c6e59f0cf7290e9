using System.Collections.Immutable;
using PaperGraph.GraphQL.Building;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Introspection;

/// <summary>The fields of the introspection types, as resolvers over the schema itself.</summary>
internal static class IntrospectionBindings
{
    public static FieldBindings Create(Schema schema)
    {
        var bindings = new FieldBindings();
        BindSchema(bindings);
        BindType(bindings, schema);
        BindField(bindings);
        BindInputValue(bindings);
        BindEnumValue(bindings);
        BindDirective(bindings);
        return bindings;
    }

    private static void BindSchema(FieldBindings bindings) => bindings
        .Value("__Schema.description", (Schema schema) => schema.Description)
        .Value("__Schema.types", (Schema schema) => schema.Types)
        .Value("__Schema.queryType", (Schema schema) => schema.QueryType)
        .Value("__Schema.mutationType", (Schema schema) => schema.MutationType)
        .Value("__Schema.subscriptionType", (Schema schema) => schema.SubscriptionType)
        .Value("__Schema.directives", (Schema schema) => schema.Directives);

    private static void BindType(FieldBindings bindings, Schema schema) => bindings
        .Value("__Type.kind", (GraphQLType type) => GetKind(type))
        .Value("__Type.name", (GraphQLType type) => (type as NamedType)?.Name)
        .Value("__Type.description", (GraphQLType type) => (type as NamedType)?.Description)
        .Value("__Type.specifiedByURL", (GraphQLType type) => (type as ScalarType)?.SpecifiedByUrl)
        .Batch("__Type.fields", Listing<GraphQLType, Field>(
            type => (type as ObjectOrInterfaceType)?.Fields, field => field.DeprecationReason))
        .Value("__Type.interfaces", (GraphQLType type) => (type as ObjectOrInterfaceType)?.Interfaces)
        .Value("__Type.possibleTypes", (GraphQLType type) => PossibleTypes(schema, type))
        .Batch("__Type.enumValues", Listing<GraphQLType, EnumValue>(
            type => (type as EnumType)?.Values, value => value.DeprecationReason))
        .Batch("__Type.inputFields", Listing<GraphQLType, InputField>(
            type => (type as InputObjectType)?.Fields, field => field.DeprecationReason))
        .Value("__Type.ofType", (GraphQLType type) => OfType(type))
        .Value("__Type.isOneOf", (GraphQLType type) => (type as InputObjectType)?.IsOneOf);

    private static void BindField(FieldBindings bindings) => bindings
        .Value("__Field.name", (Field field) => field.Name)
        .Value("__Field.description", (Field field) => field.Description)
        .Batch("__Field.args", Listing<Field, Argument>(field => field.Arguments, argument => argument.DeprecationReason))
        .Value("__Field.type", (Field field) => field.Type)
        .Value("__Field.isDeprecated", (Field field) => field.DeprecationReason is not null)
        .Value("__Field.deprecationReason", (Field field) => field.DeprecationReason);

    private static void BindInputValue(FieldBindings bindings) => bindings
        .Value("__InputValue.name", (InputValue input) => input.Name)
        .Value("__InputValue.description", (InputValue input) => input.Description)
        .Value("__InputValue.type", (InputValue input) => input.Type)
        .Value("__InputValue.defaultValue", (InputValue input) => input.DefaultLiteral is { } literal ? Printer.Print(literal) : null)
        .Value("__InputValue.isDeprecated", (InputValue input) => input.DeprecationReason is not null)
        .Value("__InputValue.deprecationReason", (InputValue input) => input.DeprecationReason);

    private static void BindEnumValue(FieldBindings bindings) => bindings
        .Value("__EnumValue.name", (EnumValue value) => value.Name)
        .Value("__EnumValue.description", (EnumValue value) => value.Description)
        .Value("__EnumValue.isDeprecated", (EnumValue value) => value.DeprecationReason is not null)
        .Value("__EnumValue.deprecationReason", (EnumValue value) => value.DeprecationReason);

    private static void BindDirective(FieldBindings bindings) => bindings
        .Value("__Directive.name", (Directive directive) => directive.Name)
        .Value("__Directive.description", (Directive directive) => directive.Description)
        .Value("__Directive.isRepeatable", (Directive directive) => directive.IsRepeatable)
        .Value("__Directive.locations", (Directive directive) => directive.Locations)
        .Batch("__Directive.args", Listing<Directive, Argument>(
            directive => directive.Arguments, argument => argument.DeprecationReason));

    /// <summary>A list that leaves out what is deprecated unless the argument <c>includeDeprecated</c> asks for it.</summary>
    private static Func<FieldContext, ValueTask<IReadOnlyList<object?>>> Listing<TParent, TMember>(
        Func<TParent, IReadOnlyList<TMember>?> membersOf,
        Func<TMember, string?> deprecationReasonOf) => context =>
    {
        var withDeprecated = context.Argument<bool>("includeDeprecated");
        var lists = new object?[context.Parents.Count];
        for (var i = 0; i < lists.Length; i++)
        {
            var members = membersOf((TParent)context.Parents[i]);
            lists[i] = withDeprecated ? members : members?.Where(member => deprecationReasonOf(member) is null).ToList();
        }
        return ValueTask.FromResult<IReadOnlyList<object?>>(lists);
    };

    private static string GetKind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static ImmutableArray<ObjectType>? PossibleTypes(Schema schema, GraphQLType type) =>
        type is CompositeType { IsAbstract: true } abstractType ? schema.PossibleTypes(abstractType) : null;

    private static GraphQLType? OfType(GraphQLType type) => type switch
    {
        ListType list => list.ItemType,
        NonNullType nonNull => nonNull.Nullable,
        _ => null,
    };
}
