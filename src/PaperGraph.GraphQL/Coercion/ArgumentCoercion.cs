using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>CoerceArgumentValues: the arguments of a field or directive against their definitions.</summary>
internal static class ArgumentCoercion
{
    /// <param name="problem">What is wrong, for the client; null where the arguments are right.</param>
    public static ArgumentValues CoerceArgumentValues(
        Members<Argument> definitions,
        ImmutableArray<ArgumentNode> nodes,
        VariableValues variables,
        WorkCounter work,
        out string? problem)
    {
        problem = null;
        if (definitions.Count == 0) return ArgumentValues.None;
        // How much the arguments of an operation hold was counted before it was executed.
        var size = new InputSize(int.MaxValue, work);
        var values = new object?[definitions.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var definition = definitions[i];
            var literal = FindValue(nodes, definition.Name);
            var isGiven = literal is not null && (literal is not VariableNode variable || variables.TryGet(variable.Name, out _));
            if (isGiven)
            {
                var coercion = new LiteralCoercion(variables, size);
                values[i] = coercion.Coerce(literal!, definition.Type);
                if (coercion.Problems.Count > 0) problem ??= coercion.Problems[0].About($"Argument \"{definition.Name}\"");
            }
            else if (definition.HasDefault)
            {
                values[i] = definition.DefaultValue;
            }
            else
            {
                values[i] = Absent.Value;
                if (!definition.IsRequired) continue;
                problem ??= $"Argument \"{definition.Name}\" is missing; expected {ExpectedInput.Describe(definition.Type)}.";
            }
        }
        if (problem is not null) return ArgumentValues.None;
        for (var i = 0; i < values.Length; i++) values[i] = Materialization.Materialize(values[i], definitions[i].Type, work);
        return new ArgumentValues(definitions, values);
    }

    private static ValueNode? FindValue(ImmutableArray<ArgumentNode> nodes, string name)
    {
        foreach (var node in nodes)
            if (node.Name.Value == name) return node.Value;
        return null;
    }
}
