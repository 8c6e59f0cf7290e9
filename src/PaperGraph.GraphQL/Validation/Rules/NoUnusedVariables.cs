using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A variable that an operation defines is used by it, directly or through fragments. §5.8.4</summary>
internal sealed class NoUnusedVariables(DocumentContext context) : ValidationRule
{
    public override void Leave(DocumentNode node)
    {
        foreach (var operation in node.Operations.Where(operation => operation.Variables.Length > 0))
        {
            var used = context.Uses.Variables(operation).Select(use => use.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
            var by = operation.Name is { } name ? $" in operation \"{Excerpt.From(name)}\"" : "";
            foreach (var variable in operation.Variables)
            {
                if (!used.Contains(variable.Variable.Name))
                    context.Report(this, $"Variable \"${variable.Variable.Name}\" is never used{by:whole}.", variable.Location);
            }
        }
    }
}
