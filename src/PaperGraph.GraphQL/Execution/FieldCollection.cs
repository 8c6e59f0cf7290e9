using System.Collections.Immutable;
using PaperGraph.GraphQL.Execution.Incremental;
using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// CollectFields and CollectSubfields: the fields of selection sets that apply to one object type, grouped by response name in the
/// order of their first occurrence. Keeps its own stack, since fragments may spread one another to any depth.
/// </summary>
internal sealed class FieldCollection(
    Schema schema,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    ConditionValues conditions)
{
    /// <param name="newUsages">Takes the deferred fragments that are met.</param>
    public IReadOnlyList<ImmutableArray<FieldDetails>> CollectFields(
        ObjectType type,
        ImmutableArray<SelectionDetails> sets,
        List<DeferUsage> newUsages,
        WorkCounter work)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var groups = new OrderedDictionary<string, ImmutableArray<FieldDetails>.Builder>(StringComparer.Ordinal);
        var open = new Stack<(ImmutableArray<SelectionNode> Selections, int Next, DeferUsage? Usage)>();
        for (var i = sets.Length - 1; i >= 0; i--) open.Push((sets[i].Set.Selections, 0, sets[i].Usage));

        while (open.TryPop(out var current))
        {
            work.Step();
            if (current.Next == current.Selections.Length) continue;
            open.Push(current with { Next = current.Next + 1 });
            var selection = current.Selections[current.Next];
            if (!conditions.Include(selection.Directives)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group))
                        groups.Add(field.ResponseName, group = ImmutableArray.CreateBuilder<FieldDetails>(1));
                    group.Add(new FieldDetails(field, current.Usage));
                    break;
                case FragmentSpreadNode spread:
                    var isDeferred = conditions.IsDeferred(spread.Directives, out _);
                    if ((isDeferred || visited.Add(spread.Name)) && fragments.TryGetValue(spread.Name, out var fragment)
                        && DoesFragmentTypeApply(type, fragment.TypeCondition))
                        open.Push((fragment.SelectionSet.Selections, 0, UsageOf(spread, current.Usage)));
                    break;
                case InlineFragmentNode inline:
                    if (inline.TypeCondition is null || DoesFragmentTypeApply(type, inline.TypeCondition))
                        open.Push((inline.SelectionSet.Selections, 0, UsageOf(inline, current.Usage)));
                    break;
            }
        }
        return [.. groups.Values.Select(group => group.DrainToImmutable())];

        DeferUsage? UsageOf(SelectionNode fragment, DeferUsage? around)
        {
            if (!conditions.IsDeferred(fragment.Directives, out var label)) return around;
            var usage = new DeferUsage(label, around);
            newUsages.Add(usage);
            return usage;
        }
    }

    private bool DoesFragmentTypeApply(ObjectType type, NamedTypeNode condition) =>
        schema.Types.Find(condition.Name) is CompositeType composite && schema.IsPossibleType(composite, type);
}
