using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>
/// What the arguments of a field cost: the weight of each argument that has a value and of each input field inside it, as often as it has
/// values: that of a list as often as the list has items, lists inside lists followed. A variable counts with its coerced value, wherever
/// it is used.
/// </summary>
internal sealed class ArgumentCosts(CostModel model, VariableValues variables, WorkCounter work)
{
    /// <summary>The fields of a fragment are planned wherever it is spread, and their arguments are checked once.</summary>
    private readonly Dictionary<(Field Definition, FieldNode Node), double> byField = [];

    private readonly Dictionary<string, InputCost> byVariable = new(StringComparer.Ordinal);

    public double ComputeCost(PlannedField field)
    {
        if (!model.WeighsInputs || field.Definition.Arguments.Count == 0) return 0;
        if (!double.IsNaN(field.ConstantArgumentCost)) return field.ConstantArgumentCost;
        var key = (field.Definition, field.Nodes[0]);
        if (byField.TryGetValue(key, out var known)) return known;
        var total = 0.0;
        foreach (var definition in field.Definition.Arguments)
        {
            var given = default(ValueNode);
            foreach (var argument in field.Nodes[0].Arguments)
                if (argument.Name.Value == definition.Name) given = argument.Value;
            total += ComputeCost(definition, given);
        }
        total = Math.Min(total, SelectionCost.Max);
        if (field.ConstantArguments is not null) field.ConstantArgumentCost = total;
        return byField[key] = total;
    }

    /// <param name="given">A literal, or a coerced value; null where there is none.</param>
    private double ComputeCost(InputValue input, object? given)
    {
        if (given is VariableNode variable && !variables.TryGet(variable.Name, out _)) given = null;
        var cost = Measure(given ?? input.DefaultValue ?? Absent.Value, input.Type.Named);
        return model.GetWeight(input) * cost.Values + cost.Below;
    }

    /// <summary>Recursion goes as deep as literals and values of variables, which have limits of their own.</summary>
    private InputCost Measure(object? value, NamedType type)
    {
        work.Step();
        switch (value)
        {
            case null or NullValueNode or Absent:
                return default;
            case VariableNode variable:
                if (byVariable.TryGetValue(variable.Name, out var known)) return known;
                variables.TryGet(variable.Name, out var coerced);
                return byVariable[variable.Name] = Measure(coerced, type);
            case ListValueNode literal:
                return MeasureItems(literal.Values, type);
            case InputList list:
                return MeasureItems(list.Items, type);
            case ObjectValueNode given when type is InputObjectType inputObject:
                return new InputCost(1, inputObject.Fields.Sum(field => ComputeCost(field, given.FindValue(field.Name))));
            case CoercedInputObject fields:
                return new InputCost(1, fields.Type.Fields.Zip(fields.Values, ComputeCostOfCoerced).Sum());
            default:
                return new InputCost(1, 0);
        }
    }

    /// <summary>Every item of a list counts, nulls included, since work is done for each of them.</summary>
    private InputCost MeasureItems(IReadOnlyList<object?> items, NamedType type)
    {
        var (values, below) = (0.0, 0.0);
        foreach (var item in items)
        {
            var cost = Measure(item, type);
            values += IsNull(item) ? 1 : cost.Values;
            below += cost.Below;
        }
        return new InputCost(values, below);
    }

    private bool IsNull(object? item) => item switch
    {
        VariableNode variable => !variables.TryGet(variable.Name, out var value) || value is null,
        _ => item is null or NullValueNode,
    };

    private double ComputeCostOfCoerced(InputField field, object? value) => value is null ? 0 : ComputeCost(field, value);

    /// <param name="Values">How many values there are, those of lists counted one by one.</param>
    /// <param name="Below">What the input fields inside them cost.</param>
    private readonly record struct InputCost(double Values, double Below);
}
