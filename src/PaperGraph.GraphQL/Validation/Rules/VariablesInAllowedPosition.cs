using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A variable stands where every value of its type is accepted. §5.8.5</summary>
internal sealed class VariablesInAllowedPosition(DocumentContext context) : ValidationRule
{
    public override void Leave(DocumentNode node)
    {
        foreach (var operation in node.Operations.Where(operation => operation.Variables.Length > 0))
        {
            var variables = operation.Variables
                .DistinctBy(variable => variable.Variable.Name.Value)
                .ToDictionary(variable => variable.Variable.Name.Value, variable => (Node: variable, Type: FindVariableType(variable)));
            foreach (var use in context.Uses.Variables(operation))
            {
                if (variables.TryGetValue(use.Node.Name, out var variable) && variable.Type is { } type) Check(use, variable.Node, type);
            }
        }
    }

    private GraphQLType? FindVariableType(VariableDefinitionNode variable) => context.Schema.ResolveType(variable.Type);

    private void Check(VariableUse use, VariableDefinitionNode variable, GraphQLType type)
    {
        if (use.Type is { } expected && !IsAllowed(variable, type, expected, use.HasDefault))
        {
            context.Report(
                this,
                $"Variable \"${use.Node.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                variable.Location,
                use.Node.Location);
        }

        if (use.ParentInput is { IsOneOf: true } oneOf && !type.IsNonNull)
        {
            context.Report(
                this,
                $"Variable \"${use.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object "
                    + $"\"{oneOf.Name}\".",
                variable.Location,
                use.Node.Location);
        }
    }

    // IsVariableUsageAllowed
    private bool IsAllowed(VariableDefinitionNode variable, GraphQLType type, GraphQLType expected, bool placeHasDefault)
    {
        if (!expected.IsNonNull || type.IsNonNull) return TypeComparison.IsSubtype(context.Schema, type, expected);
        var isNeverAbsent = variable.DefaultValue is not (null or NullValueNode) || placeHasDefault;
        return isNeverAbsent && TypeComparison.IsSubtype(context.Schema, type, expected.Nullable);
    }
}
