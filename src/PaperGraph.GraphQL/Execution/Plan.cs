using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// What an operation selects, for one set of values of the variables in skip and include; it depends on no other variables. Made as
/// far as executions need it, and kept with the document for all of them.
/// </summary>
internal sealed class Plan
{
    private readonly FieldCollection collection;

    public Plan(
        Schema schema,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        ConditionValues conditions)
    {
        Schema = schema;
        Operation = operation;
        RootType = schema.RootType(operation.Operation)!;
        collection = new FieldCollection(schema, fragments, conditions);
        Selection = new SelectionPlan(this, RootType, [operation.SelectionSet]);
    }

    public Schema Schema { get; }

    public OperationDefinitionNode Operation { get; }

    public ObjectType RootType { get; }

    public SelectionPlan Selection { get; }

    public IReadOnlyList<ImmutableArray<FieldNode>> CollectFields(ObjectType type, ImmutableArray<SelectionSetNode> sets) =>
        collection.CollectFields(type, sets);
}
