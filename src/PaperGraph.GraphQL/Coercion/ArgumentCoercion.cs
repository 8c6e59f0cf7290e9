using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>CoerceArgumentValues: the arguments of a field or directive against their definitions.</summary>
internal static class ArgumentCoercion
{
    /// <summary>
    /// The coerced arguments of a field; those without variables are coerced once a plan. False where they cannot be coerced.
    /// </summary>
    public static bool TryGetArguments(
        PlannedField field,
        VariableValues variables,
        WorkCounter work,
        [NotNullWhen(true)] out ArgumentValues? arguments,
        [NotNullWhen(false)] out FieldFailure? failure)
    {
        failure = null;
        arguments = field.ConstantArguments;
        if (arguments is not null) return true;
        arguments = CoerceArgumentValues(field.Definition.Arguments, field.Nodes[0].Arguments, variables, work, out var problem);
        if (problem is not null)
        {
            failure = new FieldFailure($"{field}: {problem}", ErrorCodes.BadUserInput);
            return false;
        }
        if (IsConstant(field.Nodes[0].Arguments)) field.ConstantArguments = arguments;
        return true;
    }

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

    private static bool IsConstant(ImmutableArray<ArgumentNode> arguments)
    {
        foreach (var argument in arguments)
            if (!IsConstant(argument.Value)) return false;
        return true;
    }

    private static bool IsConstant(ValueNode value) => value switch
    {
        VariableNode => false,
        ListValueNode list => list.Values.All(IsConstant),
        ObjectValueNode fields => fields.Fields.All(field => IsConstant(field.Value)),
        _ => true,
    };
}
