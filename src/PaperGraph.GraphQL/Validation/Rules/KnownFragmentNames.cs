using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>A fragment that is spread is defined. §5.5.2.1</summary>
internal sealed class KnownFragmentNames(DocumentContext context) : ValidationRule
{
    /// <summary>How many fragments are compared for a near name: there are as many as a client likes.</summary>
    private const int MaxCandidates = 100;

    public override void Enter(FragmentSpreadNode node)
    {
        if (context.TryFragment(node.Name, out _)) return;
        var names = context.Document.Fragments.Take(MaxCandidates).Select(fragment => fragment.Name.Value);
        var suggestion = DidYouMean.Among(node.Name, names);
        context.Report(this, $"Unknown fragment \"{node.Name}\".{suggestion:whole}", node.Name.Location);
    }
}
