using PaperGraph.GraphQL.Language;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A fragment's type has fields to select. §5.5.1.3</summary>
internal sealed class FragmentsOnCompositeTypes(DocumentContext context) : ValidationRule
{
    public override void Enter(InlineFragmentNode node)
    {
        if (node.TypeCondition is { } condition) Check("Fragment", condition);
    }

    public override void Enter(FragmentDefinitionNode node) => Check($"Fragment \"{Excerpt.From(node.Name)}\"", node.TypeCondition);

    private void Check(string fragment, NamedTypeNode condition)
    {
        if (context.Schema.Types.Find(condition.Name) is not (null or CompositeType))
            context.Report(this, $"{fragment:whole} cannot condition on non composite type \"{condition.Name}\".", condition.Location);
    }
}
