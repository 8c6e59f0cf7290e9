using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the kind of each operation. §5.2.1.1</summary>
internal sealed class KnownOperationTypes(DocumentContext context) : ValidationRule
{
    public override void Enter(OperationDefinitionNode node)
    {
        if (context.Schema.RootType(node.Operation) is null)
        {
            var operation = node.Operation.ToString().ToLowerInvariant();
            context.Report(this, $"The {operation} operation is not supported by the schema.", node.Location);
        }
    }
}
