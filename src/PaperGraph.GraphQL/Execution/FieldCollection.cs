using System.Collections.Immutable;
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
    public IReadOnlyList<ImmutableArray<FieldNode>> CollectFields(ObjectType type, ImmutableArray<SelectionSetNode> sets)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var groups = new OrderedDictionary<string, ImmutableArray<FieldNode>.Builder>(StringComparer.Ordinal);
        var open = new Stack<(ImmutableArray<SelectionNode> Selections, int Next)>();
        for (var i = sets.Length - 1; i >= 0; i--) open.Push((sets[i].Selections, 0));

        while (open.TryPop(out var current))
        {
            if (current.Next == current.Selections.Length) continue;
            open.Push((current.Selections, current.Next + 1));
            var selection = current.Selections[current.Next];
            if (!conditions.Include(selection.Directives)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!groups.TryGetValue(field.ResponseName, out var group))
                        groups.Add(field.ResponseName, group = ImmutableArray.CreateBuilder<FieldNode>(1));
                    group.Add(field);
                    break;
                case FragmentSpreadNode spread:
                    if (visited.Add(spread.Name) && fragments.TryGetValue(spread.Name, out var fragment)
                        && DoesFragmentTypeApply(type, fragment.TypeCondition)) open.Push((fragment.SelectionSet.Selections, 0));
                    break;
                case InlineFragmentNode inline:
                    if (inline.TypeCondition is null || DoesFragmentTypeApply(type, inline.TypeCondition))
                        open.Push((inline.SelectionSet.Selections, 0));
                    break;
            }
        }
        return [.. groups.Values.Select(group => group.DrainToImmutable())];
    }

    private bool DoesFragmentTypeApply(ObjectType type, NamedTypeNode condition) =>
        schema.Types.Find(condition.Name) is CompositeType composite && schema.IsPossibleType(composite, type);
}
