namespace PaperGraph.GraphQL.Coercion;

/// <summary>The coerced variables of a request. A variable that was not given and has no default is not in here.</summary>
internal sealed class VariableValues(IReadOnlyDictionary<string, object?> values)
{
    public static readonly VariableValues None = new(new Dictionary<string, object?>());

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);
}
