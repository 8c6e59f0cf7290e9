using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A variable that an operation uses, directly or through fragments, is defined by it. §5.8.3</summary>
internal sealed class NoUndefinedVariables(DocumentContext context) : ValidationRule
{
    public override void Leave(DocumentNode node)
    {
        foreach (var operation in node.Operations)
        {
            var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            var by = operation.Name is { } name ? $" by operation \"{Excerpt.From(name)}\"" : "";
            foreach (var use in context.Uses.Variables(operation))
            {
                if (defined.Contains(use.Node.Name)) continue;
                context.Report(this, $"Variable \"${use.Node.Name}\" is not defined{by:whole}.", use.Node.Location, operation.Location);
            }
        }
    }
}
