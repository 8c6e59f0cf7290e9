using System.Collections.Concurrent;
using System.Collections.Immutable;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>The merged selection sets of a field, collected once for each object type that its value turns out to have.</summary>
internal sealed class SelectionPlan(Plan plan, CompositeType type, ImmutableArray<SelectionSetNode> sets)
{
    private readonly ConcurrentDictionary<ObjectType, PlannedField[]>? byType = type.IsAbstract ? new() : null;
    private PlannedField[]? ofObjectType;

    public ImmutableArray<ObjectType> PossibleTypes => plan.Schema.PossibleTypes(type);

    public PlannedField[] For(ObjectType objectType) => byType is null
        ? ofObjectType ??= PlanFields(objectType)
        : byType.GetOrAdd(objectType, static (key, self) => self.PlanFields(key), this);

    private PlannedField[] PlanFields(ObjectType objectType)
    {
        var fields = new List<PlannedField>();
        foreach (var nodes in plan.CollectFields(objectType, sets))
        {
            if (plan.Schema.FieldOf(objectType, nodes[0].Name) is not { } definition) continue;
            var subSelection = definition.Type.Named is CompositeType composite
                ? new SelectionPlan(plan, composite, [.. nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!)])
                : null;
            fields.Add(new PlannedField(objectType, definition, nodes, subSelection));
        }
        return [.. fields];
    }
}
