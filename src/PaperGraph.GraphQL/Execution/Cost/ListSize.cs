using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>The directive <c>@listSize</c> of a field: how many items are to be expected.</summary>
/// <param name="SlicingArguments">Arguments that say so, an Int by its value and a list by its length; the largest counts.</param>
/// <param name="SizedFields">Lists of the field's own type that have the size; none where the field itself is the list.</param>
internal sealed record ListSize(
    int? AssumedSize,
    ImmutableArray<string> SlicingArguments,
    ImmutableArray<string> SizedFields,
    bool RequireOneSlicingArgument)
{
    /// <summary>What the slicing arguments say, else the assumed size, else 1.</summary>
    public double ComputeSize(PlannedField field, VariableValues variables)
    {
        int? size = null;
        foreach (var name in SlicingArguments)
        {
            var value = Given(field, name, variables) ?? ByDefault(field, name);
            if (value is not null) size = Math.Max(value.Value, size ?? 0);
        }
        return size ?? AssumedSize ?? 1;
    }

    /// <summary>Why the size of a field is not known as the schema asks for; null where it is.</summary>
    public string? Problem(PlannedField field, VariableValues variables)
    {
        if (!RequireOneSlicingArgument || SlicingArguments.IsEmpty) return null;
        var given = SlicingArguments.Count(name => Given(field, name, variables) is not null);
        if (given == 1 || (given == 0 && SlicingArguments.Any(name => ByDefault(field, name) is not null))) return null;
        var names = string.Join(", ", SlicingArguments.Select(name => $"\"{name}\""));
        return $"{field} needs exactly one of the arguments {names}, which say how much is asked for; {given} are given.";
    }

    private static int? ByDefault(PlannedField field, string name) => SizeBy(field.Definition.Arguments.Find(name)!.DefaultValue);

    private static int? Given(PlannedField field, string name, VariableValues variables)
    {
        foreach (var argument in field.Nodes[0].Arguments)
        {
            if (argument.Name.Value != name) continue;
            return argument.Value switch
            {
                VariableNode variable => variables.TryGet(variable.Name, out var value) ? SizeBy(value) : null,
                NullValueNode => null,
                ListValueNode list => list.Values.Length,
                // A value that is no list is coerced to a list of one item.
                _ when field.Definition.Arguments.Find(name)!.Type.Nullable is ListType => 1,
                IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        return null;
    }

    private static int? SizeBy(object? coerced) => coerced switch
    {
        int number => number,
        InputList list => list.Items.Count,
        _ => null,
    };
}
