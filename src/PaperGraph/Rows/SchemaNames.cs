using PaperGraph.GraphQL.Types;

namespace PaperGraph.Rows;

/// <summary>What may stand in a parameter is what the schema says, and nothing is listed twice.</summary>
internal static class SchemaNames
{
    /// <summary>The values of an enum, or the fields of an input object.</summary>
    public static IEnumerable<string> NamesOf(this Schema schema, string type) => schema.Types.Find(type) switch
    {
        EnumType values => values.Values.Select(value => value.Name),
        InputObjectType input => input.Fields.Select(field => field.Name),
        _ => throw new InvalidOperationException($"The schema has no enum or input object {type}."),
    };
}
