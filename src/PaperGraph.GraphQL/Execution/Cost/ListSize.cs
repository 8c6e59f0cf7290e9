using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.GraphQL.Coercion;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Execution.Cost;

/// <summary>The directive <c>@listSize</c> of a field: how many items are to be expected.</summary>
/// <param name="SlicingArguments">Arguments of type Int that say so; the largest counts.</param>
/// <param name="SizedFields">Lists of the field's own type that have the size; none where the field itself is the list.</param>
internal sealed record ListSize(
    int? AssumedSize,
    ImmutableArray<string> SlicingArguments,
    ImmutableArray<string> SizedFields,
    bool RequireOneSlicingArgument)
{
    /// <summary>What the slicing arguments say, else the assumed size, else 1.</summary>
    public double Of(PlannedField field, VariableValues variables)
    {
        int? size = null;
        foreach (var name in SlicingArguments)
        {
            var value = Given(field, name, variables) ?? (field.Definition.Arguments.Find(name)!.DefaultValue as int?);
            if (value is not null) size = Math.Max(value.Value, size ?? 0);
        }
        return size ?? AssumedSize ?? 1;
    }

    /// <summary>Why the size of a field is not known as the schema asks for; null where it is.</summary>
    public string? Problem(PlannedField field, VariableValues variables)
    {
        if (!RequireOneSlicingArgument || SlicingArguments.IsEmpty) return null;
        var given = SlicingArguments.Count(name => Given(field, name, variables) is not null);
        if (given == 1 || (given == 0 && SlicingArguments.Any(name => field.Definition.Arguments.Find(name)!.DefaultValue is int)))
            return null;
        var names = string.Join(", ", SlicingArguments.Select(name => $"\"{name}\""));
        return $"{field} needs exactly one of the arguments {names}, which say how much is asked for; {given} are given.";
    }

    private static int? Given(PlannedField field, string name, VariableValues variables)
    {
        foreach (var argument in field.Nodes[0].Arguments)
        {
            if (argument.Name.Value != name) continue;
            return argument.Value switch
            {
                IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
                VariableNode variable when variables.TryGet(variable.Name, out var value) => value as int?,
                _ => null,
            };
        }
        return null;
    }
}
