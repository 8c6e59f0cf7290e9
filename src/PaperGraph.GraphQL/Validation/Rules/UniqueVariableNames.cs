using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>An operation defines each variable once. §5.8.1</summary>
internal sealed class UniqueVariableNames(DocumentContext context) : ValidationRule
{
    public override void Enter(OperationDefinitionNode node)
    {
        foreach (var same in node.Variables.GroupBy(variable => variable.Variable.Name.Value).Where(same => same.Skip(1).Any()))
        {
            context.Report(
                this,
                $"There can be only one variable named \"${same.Key}\".",
                [.. same.Select(variable => variable.Variable.Name.Location)]);
        }
    }
}
