using System.Text.Json;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// A literal of a scalar without the variables inside it: a scalar that takes lists or objects reads them with values in place of
/// variables. Recursion goes as deep as literals and values of variables, which have limits of their own.
/// </summary>
internal static class LiteralVariables
{
    /// <param name="literalOf">
    /// The value of a variable; null where it has none: then an object lacks the field, and a list has a null.
    /// </param>
    public static ValueNode Replace(ValueNode literal, Func<VariableNode, ValueNode?> literalOf) => literal switch
    {
        _ when !HasVariables(literal) => literal,
        VariableNode variable => literalOf(variable) ?? new NullValueNode(variable.Location),
        ListValueNode list => list with { Values = [.. list.Values.Select(item => Replace(item, literalOf))] },
        ObjectValueNode item => item with
        {
            Fields =
            [
                .. item.Fields.Where(field => field.Value is not VariableNode variable || literalOf(variable) is not null)
                    .Select(field => field with { Value = Replace(field.Value, literalOf) }),
            ],
        },
        _ => literal,
    };

    /// <summary>The literal that stands for a value in JSON.</summary>
    public static ValueNode FromJson(JsonElement json, Location location) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(location, json.GetString()!),
        JsonValueKind.Number when json.GetRawText() is var digits => digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0
            ? new IntValueNode(location, digits)
            : new FloatValueNode(location, digits),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(location, json.GetBoolean()),
        JsonValueKind.Array => new ListValueNode(location, [.. json.EnumerateArray().Select(item => FromJson(item, location))]),
        JsonValueKind.Object => new ObjectValueNode(location, [.. json.EnumerateObject().Select(field =>
            new ObjectFieldNode(location, new Name(field.Name, location), FromJson(field.Value, location)))]),
        _ => new NullValueNode(location),
    };

    private static bool HasVariables(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariables),
        ObjectValueNode item => item.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };
}
