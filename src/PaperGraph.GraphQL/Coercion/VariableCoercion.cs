using System.Text.Json;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>CoerceVariableValues: the variables of a request against the definitions of the operation.</summary>
internal static class VariableCoercion
{
    public static VariableValues CoerceVariableValues(
        Schema schema,
        OperationDefinitionNode operation,
        JsonElement? variables,
        EngineLimits limits,
        WorkCounter work,
        List<GraphQLError> errors)
    {
        if (variables is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) } other)
        {
            errors.Add(Error($"Variables must be a JSON object, not {other.GetRawText()}.", null));
            return VariableValues.None;
        }
        if (operation.Variables.IsEmpty) return VariableValues.None;

        var size = new InputSize(limits.MaxInputValues, work);
        var values = new Dictionary<string, CoercedVariable>(operation.Variables.Length, StringComparer.Ordinal);
        foreach (var definition in operation.Variables)
        {
            var name = definition.Variable.Name.Value;
            var type = schema.ResolveType(definition.Type);
            if (type is not { IsInput: true })
            {
                errors.Add(Error($"Variable \"${name}\" is of type {Printer.Print(definition.Type)}, which is no input type.", definition));
                continue;
            }
            var given = Given(variables, name);
            if (given is null && definition.DefaultValue is { } literal) Default(literal);
            else if (given is null && type.IsNonNull)
                errors.Add(Error($"Variable \"${name}\" is missing; expected {ExpectedInput.Describe(type):whole}.", definition));
            else if (given is { } json) Coerce(json);

            void Default(ValueNode literal)
            {
                var before = size.Values;
                var coercion = new LiteralCoercion(VariableValues.None, size);
                var coerced = coercion.Coerce(literal, type);
                values[name] = new CoercedVariable(coerced, size.Values - before, default, literal);
                Report(coercion.Problems);
            }

            void Coerce(JsonElement json)
            {
                var before = size.Values;
                var coercion = new InputCoercion(limits.MaxInputDepth, size);
                var coerced = coercion.Coerce(json, type);
                values[name] = new CoercedVariable(coerced, size.Values - before, json, null);
                Report(coercion.Problems);
            }

            void Report(IReadOnlyList<InputProblem> problems)
            {
                foreach (var problem in problems)
                {
                    if (errors.Count > limits.MaxErrors) return;
                    errors.Add(errors.Count < limits.MaxErrors
                        ? Error($"{problem.About($"Variable \"${Excerpt.From(name)}\""):whole}", definition, problem.Code)
                        : Error($"More errors are left out: the limit MaxErrors is {limits.MaxErrors}.", null, ErrorCodes.ErrorLimit));
                }
            }
        }
        return new VariableValues(values);
    }

    private static JsonElement? Given(JsonElement? variables, string name) =>
        variables is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var value) ? value : null;

    private static GraphQLError Error(
        ErrorText message,
        VariableDefinitionNode? definition,
        string code = ErrorCodes.BadUserInput) => new(message.ToString())
        {
            Code = code,
            Locations = definition is null ? [] : [definition.Location],
        };
}
