using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>
/// A subscription selects one field at its root, whatever its variables are: no field of introspection, and nothing that
/// <c>@skip</c> or <c>@include</c> could take away. §5.2.4.1
/// </summary>
internal sealed class SingleFieldSubscriptions(DocumentContext context) : ValidationRule
{
    public override void Enter(OperationDefinitionNode node)
    {
        if (node.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } root) return;
        var subscription = node.Name is { } name ? $"Subscription \"{Excerpt.From(name)}\"" : "Anonymous Subscription";
        var fields = RootFields(node.SelectionSet, root, subscription);

        if (fields.DistinctBy(field => field.ResponseName).Skip(1).Any())
        {
            var first = fields[0].ResponseName;
            var others = fields.Where(field => field.ResponseName != first).Select(field => field.Location).ToArray();
            context.Report(this, $"{subscription:whole} must select only one top level field.", others);
        }

        foreach (var field in fields)
        {
            if (field.Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report(this, $"{subscription:whole} must not select an introspection top level field.", field.Location);
        }
    }

    private List<FieldNode> RootFields(SelectionSetNode selections, ObjectType root, string subscription)
    {
        var fields = new List<FieldNode>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionNode>(selections.Selections.Reverse());
        while (pending.TryPop(out var selection))
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include")
                {
                    context.Report(
                        this, $"{subscription:whole} must not use \"@{directive.Name}\" on its top level field.", directive.Location);
                }
            }

            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition, root):
                    Push(inline.SelectionSet);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name) && context.TryFragment(spread.Name, out var fragment)
                    && Applies(fragment.TypeCondition, root):
                    Push(fragment.SelectionSet);
                    break;
            }
        }
        return fields;

        void Push(SelectionSetNode inner)
        {
            for (var i = inner.Selections.Length - 1; i >= 0; i--) pending.Push(inner.Selections[i]);
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType root) =>
        context.Schema.Types.Find(condition.Name) is CompositeType type && context.Schema.IsPossibleType(type, root);
}
