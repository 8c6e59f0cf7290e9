using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// What the parts of a schema cost, by its directives <c>@cost</c> and <c>@listSize</c>. Where they say nothing, a field with a
/// selection and an object weigh 1, a leaf, its value and an argument nothing, and a list has one item.
/// </summary>
/// <param name="fields">Weights of resolving a field once.</param>
/// <param name="types">The weight of a value by its type.</param>
/// <param name="inputs">Weights of each value of an argument or input field; a list has as many as it has items.</param>
internal sealed class CostModel(
    IReadOnlyDictionary<Field, double> fields,
    IReadOnlyDictionary<NamedType, double> types,
    IReadOnlyDictionary<InputValue, double> inputs,
    IReadOnlyDictionary<Field, ListSize> sizes)
{
    public static readonly CostModel Default = new(
        new Dictionary<Field, double>(),
        new Dictionary<NamedType, double>(),
        new Dictionary<InputValue, double>(),
        new Dictionary<Field, ListSize>());

    public bool WeighsInputs => inputs.Count > 0;

    public double GetWeight(Field field) => fields.TryGetValue(field, out var weight) ? weight : field.Type.Named is CompositeType ? 1 : 0;

    public double GetWeight(NamedType type) => types.TryGetValue(type, out var weight) ? weight : type is CompositeType ? 1 : 0;

    public double GetWeight(InputValue input) => inputs.GetValueOrDefault(input);

    public ListSize? FindSize(Field field) => sizes.GetValueOrDefault(field);
}
