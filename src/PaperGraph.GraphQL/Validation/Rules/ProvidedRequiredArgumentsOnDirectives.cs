using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A directive is given every argument that is non-null and has no default. §5.4.3</summary>
internal sealed class ProvidedRequiredArgumentsOnDirectives(ValidationContext context) : ValidationRule
{
    public override void Enter(DirectiveNode node)
    {
        if (context.Directive(node.Name) is not { } directive) return;
        foreach (var required in directive.Arguments)
        {
            if (!required.IsRequired || node.Arguments.Any(argument => argument.Name == required.Name)) continue;
            context.Report(
                this,
                $"Directive \"@{node.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, "
                    + $"but it was not provided.",
                node.Location);
        }
    }
}
