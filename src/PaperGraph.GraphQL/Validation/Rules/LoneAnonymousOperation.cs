using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only operation of its document. §5.2.3.1</summary>
internal sealed class LoneAnonymousOperation(DocumentContext context) : ValidationRule
{
    private int operations;

    public override void Enter(DocumentNode node) => operations = node.Operations.Count();

    public override void Enter(OperationDefinitionNode node)
    {
        if (node.Name is null && operations > 1)
            context.Report(this, $"This anonymous operation must be the only defined operation.", node.Location);
    }
}
