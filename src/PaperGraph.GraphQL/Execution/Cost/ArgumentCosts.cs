using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>What the arguments of a field cost: the weights of those that have a value, and of all input fields in these.</summary>
internal sealed class ArgumentCosts(CostModel model, VariableValues variables)
{
    private readonly Stack<(object Value, NamedType Type)> open = new();
    private double total;

    public double Of(PlannedField field)
    {
        if (!model.WeighsInputs) return 0;
        total = 0;
        foreach (var definition in field.Definition.Arguments)
        {
            var given = field.Nodes[0].Arguments.FirstOrDefault(argument => argument.Name.Value == definition.Name);
            Add(definition, given?.Value);
        }
        while (open.TryPop(out var next)) AddBelow(next.Value, next.Type);
        return Math.Min(total, SelectionCost.Most);
    }

    /// <param name="given">A literal, or a coerced value; null where there is none.</param>
    private void Add(InputValue input, object? given)
    {
        if (given is VariableNode variable) given = variables.TryGet(variable.Name, out var value) ? value ?? NullValue.Instance : null;
        given ??= input.DefaultValue;
        if (given is null or Absent or NullValueNode or NullValue) return;
        total += model.WeightOf(input);
        open.Push((given, input.Type.Named));
    }

    private void AddBelow(object value, NamedType type)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values) open.Push((item, type));
                break;
            case object?[] items:
                foreach (var item in items)
                    if (item is not null) open.Push((item, type));
                break;
            case VariableNode variable when variables.TryGet(variable.Name, out var item) && item is not null:
                open.Push((item, type));
                break;
            case ObjectValueNode literal when type is InputObjectType inputObject:
                foreach (var field in inputObject.Fields)
                    Add(field, literal.Fields.FirstOrDefault(given => given.Name.Value == field.Name)?.Value);
                break;
            case InputFields fields:
                for (var i = 0; i < fields.Values.Length; i++)
                    if (fields.Values[i] is { } given) Add(fields.Type.Fields[i], given);
                break;
        }
    }

    /// <summary>A variable that is null, which no default takes the place of.</summary>
    private sealed class NullValue
    {
        public static readonly NullValue Instance = new();
    }
}
