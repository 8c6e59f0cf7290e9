using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.SdlRules;

/// <summary>A schema has at most one root type for each kind of operation. §3.3.1</summary>
internal sealed class UniqueOperationTypes(SdlContext context) : ValidationRule
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> known = [];

    public override void Enter(SchemaDefinitionNode node) => Check(node.OperationTypes);

    public override void Enter(SchemaExtensionNode node) => Check(node.OperationTypes);

    private void Check(ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    {
        foreach (var root in operationTypes)
        {
            var operation = root.Operation.ToString().ToLowerInvariant();
            if (context.Existing?.RootType(root.Operation) is not null)
            {
                context.Report(this, $"Type for {operation} already defined in the schema. It cannot be redefined.", root.Location);
            }
            else if (!known.TryAdd(root.Operation, root))
            {
                context.Report(
                    this, $"There can be only one {operation} type in schema.", known[root.Operation].Location, root.Location);
            }
        }
    }
}
