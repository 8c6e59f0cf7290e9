using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is defined. §5.5.2.1</summary>
internal sealed class KnownFragmentNames(DocumentContext context) : ValidationRule
{
    public override void Enter(FragmentSpreadNode node)
    {
        if (context.TryFragment(node.Name, out _)) return;
        var suggestion = DidYouMean.Among(node.Name, context.Document.Fragments.Select(fragment => fragment.Name.Value));
        context.Report(this, $"Unknown fragment \"{node.Name}\".{suggestion}", node.Name.Location);
    }
}
