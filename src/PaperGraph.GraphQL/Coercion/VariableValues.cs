using System.Text.Json;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is not in here.</summary>
internal sealed class VariableValues(IReadOnlyDictionary<string, CoercedVariable> values)
{
    public static readonly VariableValues None = new(new Dictionary<string, CoercedVariable>());

    public bool TryGet(string name, out object? value)
    {
        var isKnown = values.TryGetValue(name, out var known);
        value = known.Coerced;
        return isKnown;
    }

    /// <summary>How many values a variable holds; 0 where it has none.</summary>
    public int GetSize(string name) => values.GetValueOrDefault(name).Size;

    /// <summary>What a variable stands for inside a literal; null where it has no value.</summary>
    public ValueNode? GetLiteral(VariableNode variable) => values.TryGetValue(variable.Name, out var value)
        ? value.Default ?? LiteralVariables.FromJson(value.Given, variable.Location)
        : null;
}

/// <param name="Size">How many values there are, as <see cref="InputSize"/> counts them.</param>
/// <param name="Given">The value given in the request.</param>
/// <param name="Default">The literal of the operation's default, where the request gives no value.</param>
internal readonly record struct CoercedVariable(object? Coerced, int Size, JsonElement Given, ValueNode? Default);
