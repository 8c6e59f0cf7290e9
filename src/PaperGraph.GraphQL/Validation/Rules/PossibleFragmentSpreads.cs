using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A fragment stands where some value can be of its type. §5.5.2.3</summary>
internal sealed class PossibleFragmentSpreads(DocumentContext context) : ValidationRule
{
    public override void Enter(InlineFragmentNode node) =>
        Check("Fragment", context.Types.Type as CompositeType, node.Location);

    public override void Enter(FragmentSpreadNode node)
    {
        if (context.TryFragment(node.Name, out var fragment))
            Check(
                $"Fragment \"{Excerpt.From(node.Name)}\"",
                context.Schema.Types.Find(fragment.TypeCondition.Name) as CompositeType,
                node.Location);
    }

    private void Check(string fragment, CompositeType? type, Location location)
    {
        if (type is null || context.Types.Parent is not { } parent || TypeComparison.Overlap(context.Schema, type, parent)) return;
        context.Report(
            this,
            $"{fragment:whole} cannot be spread here as objects of type \"{parent.Name}\" can never be of type \"{type.Name}\".",
            location);
    }
}
