using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Introspection;

/// <summary>
/// The fields that every schema has without defining them: <c>__typename</c>, and on the query root <c>__schema</c> and <c>__type</c>.
/// </summary>
internal sealed class MetaFields
{
    private readonly Field? typeName;
    private readonly Field? schema;
    private readonly Field? type;

    public MetaFields(Members<NamedType> types)
    {
        if (types.Find("String") is { } text)
            typeName = new Field("__typename", new NonNullType(text)) { Description = "The name of the object type that the value has." };
        if (types.Find("__Schema") is { } schemaType)
            schema = new Field("__schema", new NonNullType(schemaType)) { Description = "What this server can be asked." };
        if (types.Find("__Type") is { } typeType && types.Find("String") is { } name)
        {
            type = new Field("__type", typeType)
            {
                Description = "One type of this server by its name.",
                Arguments = new Members<Argument>([new Argument("name", new NonNullType(name))]),
            };
        }
    }

    /// <summary>Gives the fields their resolvers, which answer from the schema.</summary>
    public void Bind(Schema answering)
    {
        typeName!.Resolver = TypeNameResolver.Instance;
        schema!.Resolver = FieldResolver.Value((object _) => answering);
        type!.Resolver = FieldResolver.Batch(context =>
        {
            var found = answering.Types.Find(context.Argument<string>("name"));
            return ValueTask.FromResult<IReadOnlyList<object?>>([.. context.Parents.Select(_ => found)]);
        });
    }

    /// <summary>A meta-field by name; null where there is none of that name on such a type.</summary>
    public Field? Find(string name, bool onQueryRoot) => name switch
    {
        "__typename" => typeName,
        "__schema" when onQueryRoot => schema,
        "__type" when onQueryRoot => type,
        _ => null,
    };
}
