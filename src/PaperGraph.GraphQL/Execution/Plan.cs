using System.Collections.Concurrent;
using System.Collections.Immutable;
using PaperGraph.GraphQL.Execution.Cost;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// What an operation selects, for one set of values of the variables in conditions; it depends on no other variables. Made as
/// far as executions need it, and kept with the document for all of them.
/// </summary>
internal sealed class Plan
{
    private readonly FieldCollection collection;
    private readonly ConditionValues conditions;
    private readonly Action<long> onGrowth;

    public Plan(
        Schema schema,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        ConditionValues conditions,
        Action<long> onGrowth)
    {
        Schema = schema;
        Operation = operation;
        RootType = schema.RootType(operation.Operation)!;
        this.conditions = conditions;
        this.onGrowth = onGrowth;
        collection = new FieldCollection(schema, fragments, conditions);
        Selection = new SelectionPlan(this, RootType, [new SelectionDetails(operation.SelectionSet, null)], []);
    }

    public Schema Schema { get; }

    public OperationDefinitionNode Operation { get; }

    public ObjectType RootType { get; }

    public SelectionPlan Selection { get; }

    /// <summary>What the operation costs with the variables of requests before.</summary>
    public ConcurrentDictionary<CostKey, RequestCost> Costs { get; } = new();

    /// <summary>Whether a part of the operation may be deferred or streamed.</summary>
    public bool IsIncremental { get; init; }

    public IReadOnlyList<ImmutableArray<FieldDetails>> CollectFields(
        ObjectType type,
        ImmutableArray<SelectionDetails> sets,
        List<DeferUsage> newUsages,
        WorkCounter work) => collection.CollectFields(type, sets, newUsages, work);

    /// <summary>Tells whoever keeps the document that its plan has become larger.</summary>
    public void Grow(long bytes) => onGrowth(bytes);

    public StreamUsage? FindStream(FieldNode field) => conditions.FindStream(field.Directives);
}
