using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A document to execute holds operations and fragments only. §5.1.1</summary>
internal sealed class ExecutableDefinitions(DocumentContext context) : ValidationRule
{
    public override void Enter(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            var what = definition switch
            {
                ExecutableDefinitionNode => null,
                TypeDefinitionNode type => $"\"{Excerpt.From(type.Name)}\"",
                TypeExtensionNode type => $"\"{Excerpt.From(type.Name)}\"",
                DirectiveDefinitionNode directive => $"\"{Excerpt.From(directive.Name)}\"",
                _ => "schema",
            };
            if (what is not null) context.Report(this, $"The {what:whole} definition is not executable.", definition.Location);
        }
    }
}
