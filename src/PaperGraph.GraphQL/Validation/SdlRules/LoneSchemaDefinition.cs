using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>A document defines its schema once, and not where it extends one. §3.3</summary>
internal sealed class LoneSchemaDefinition(SdlContext context) : ValidationRule
{
    private bool isDefined;

    public override void Enter(SchemaDefinitionNode node)
    {
        if (context.Existing is { HasRootTypes: true })
            context.Report(this, $"Cannot define a new schema within a schema extension.", node.Location);
        else if (isDefined)
            context.Report(this, $"Must provide only one schema definition.", node.Location);
        isDefined = true;
    }
}
