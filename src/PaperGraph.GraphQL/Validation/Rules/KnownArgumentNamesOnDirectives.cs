using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>An argument is defined by the directive that it is given to. §5.4.1</summary>
internal sealed class KnownArgumentNamesOnDirectives(ValidationContext context) : ValidationRule
{
    public override void Enter(DirectiveNode node)
    {
        if (node.Arguments.IsEmpty || context.Directive(node.Name) is not { } directive) return;
        foreach (var argument in node.Arguments)
        {
            if (directive.Arguments.Any(known => known.Name == argument.Name)) continue;
            var suggestion = DidYouMean.Among(argument.Name, directive.Arguments.Select(known => known.Name));
            context.Report(
                this, $"Unknown argument \"{argument.Name}\" on directive \"@{node.Name}\".{suggestion:whole}", argument.Location);
        }
    }
}
